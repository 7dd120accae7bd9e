package dev.rolecall.scenario;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.FileSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The folder of the scenarios: a folder in it for each decision, with its files, {@code *.yaml} or
 * {@code *.yml}.
 */
public final class ScenarioFolder {

  private final Path root;
  private final Collection<String> decisions;
  private final List<Problem> problems = new ArrayList<>();
  private final SortedMap<String, SortedSet<Path>> found = new TreeMap<>();

  private ScenarioFolder(Path root, Collection<String> decisions) {
    this.root = root;
    this.decisions = decisions;
  }

  /**
   * The scenario files of every decision that has any, by decision, sorted.
   *
   * @param decisions those that there are rules of; scenarios of another are a problem
   */
  public static Result<SortedMap<String, List<Path>>> all(
      Path scenarios, Collection<String> decisions) {
    return named(scenarios, List.of(scenarios), Optional.empty(), decisions);
  }

  /**
   * The scenario files that these paths name, by decision, each once, sorted.
   *
   * @param paths files and folders of files; the decision of each is the folder under {@code
   *     scenarios} that it is in
   * @param decision the decision of all of them, where one is named
   * @param decisions those that there are rules of
   */
  public static Result<SortedMap<String, List<Path>>> named(
      Path scenarios,
      Collection<Path> paths,
      Optional<String> decision,
      Collection<String> decisions) {
    ScenarioFolder folder = new ScenarioFolder(scenarios, decisions);
    paths.forEach(path -> folder.path(path, decision));
    SortedMap<String, List<Path>> sorted = new TreeMap<>();
    folder.found.forEach((name, files) -> sorted.put(name, List.copyOf(files)));
    return Result.of(sorted, folder.problems);
  }

  /** The scenario files of one decision; none where it has no folder. */
  public static Result<List<Path>> of(Path scenarios, String decision) {
    Path own = scenarios.resolve(decision);
    return Files.exists(own)
        ? named(scenarios, List.of(own), Optional.of(decision), List.of(decision))
            .then(files -> Result.ok(files.getOrDefault(decision, List.of())))
        : Result.ok(List.of());
  }

  /**
   * The scenarios of a decision, byte by byte; none where it has no folder. Links are refused: what
   * they lead to is neither archived nor written.
   */
  public static Result<FileSet> read(Path scenarios, String decision) {
    return readAt(scenarios.resolve(decision));
  }

  /** Those in a folder of any name. */
  public static Result<FileSet> readAt(Path folder) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return Result.ok(FileSet.NONE);
    }
    try {
      List<Problem> links = links(folder);
      if (!links.isEmpty()) {
        return Result.refused(links);
      }
      for (Path file : in(folder)) {
        if (Files.size(file) > ScenarioFiles.LARGEST) {
          return Result.refused(
              Place.of(ScenarioFiles.shown(file)),
              "at most " + ScenarioFiles.LARGEST + " bytes are allowed");
        }
        files.put(ScenarioFiles.shown(folder.relativize(file)), Files.readAllBytes(file));
      }
      return Result.ok(new FileSet(files));
    } catch (IOException | UncheckedIOException e) {
      return Result.refused(Place.of(ScenarioFiles.shown(folder)), "the folder cannot be read");
    }
  }

  /**
   * Writes the scenarios of a decision that differ, as {@link FileSet#replace} does.
   *
   * @param before what the folder holds; if it does not any more, nothing is written
   * @return the names of the files that were written, or why none was
   */
  public static Result<List<String>> write(
      Path scenarios, String decision, FileSet before, FileSet after) {
    Path folder = scenarios.resolve(decision);
    Place at = Place.of(ScenarioFiles.shown(folder));
    return readAt(folder)
        .then(
            now -> {
              if (!now.hash().equals(before.hash())) {
                return Result.refused(
                    at, "somebody else changed the scenarios just now; nothing is written");
              }
              try {
                return Result.ok(after.replace(before, folder));
              } catch (IOException e) {
                return Result.refused(at, "the scenarios cannot be written there");
              }
            });
  }

  private void path(Path path, Optional<String> decision) {
    if (!Files.exists(path)) {
      problem(path, "there is no such file or folder");
      return;
    }
    try {
      List<Path> files = Files.isDirectory(path) ? in(path) : List.of(path);
      if (files.isEmpty()) {
        problem(path, "there are no scenarios in it, no `*.yaml`");
      }
      files.forEach(file -> file(file, decision.or(() -> decisionOf(file))));
    } catch (IOException | UncheckedIOException e) {
      problem(path, "the folder cannot be read");
    }
  }

  private void file(Path file, Optional<String> decision) {
    if (decision.isEmpty()) {
      String folder = ScenarioFiles.shown(root);
      problem(file, "it is in no folder of `" + folder + "`; say which decision with --decision");
    } else if (!decisions.contains(decision.get())) {
      String name = decision.get();
      problem(file, "there are no rules of `" + name + "`; " + Nearest.thereAre(name, decisions));
    } else {
      found.computeIfAbsent(decision.get(), n -> new TreeSet<>()).add(file);
    }
  }

  private static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(ScenarioFolder::isScenario).toList();
    }
  }

  private static List<Problem> links(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isSymbolicLink)
          .filter(link -> isScenario(link) || Files.isDirectory(link))
          .map(ScenarioFiles::shown)
          .map(link -> new Problem(Place.of(link), "it is a link; put the files themselves there"))
          .sorted()
          .toList();
    }
  }

  /** Whether a file holds scenarios, by its name. */
  public static boolean isScenario(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
  }

  private Optional<String> decisionOf(Path file) {
    Path folder = root.toAbsolutePath().normalize();
    Path path = file.toAbsolutePath().normalize();
    boolean inside = path.startsWith(folder) && path.getNameCount() > folder.getNameCount() + 1;
    return inside ? Optional.of(path.getName(folder.getNameCount()).toString()) : Optional.empty();
  }

  private void problem(Path at, String message) {
    problems.add(new Problem(Place.of(ScenarioFiles.shown(at)), message));
  }
}
