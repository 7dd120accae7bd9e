package dev.rolecall.ruleset;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Opens a folder of rules: {@code rules/hiring} with its vocabulary, rules and tables. */
public final class RulesFolder {

  /** A package name, and no way out of the folder. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

  private RulesFolder() {}

  /** The decisions of a rules folder: the names of the folders in it that hold rules, sorted. */
  public static List<String> decisions(Path rules) {
    try (Stream<Path> folders = Files.list(rules)) {
      return folders
          .filter(Files::isDirectory)
          .filter(f -> Files.exists(f.resolve(VocabularyReader.FILE)))
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /**
   * The decision that is meant where none is named: the one in the file {@code default}, or the
   * only one.
   */
  public static Optional<String> defaultDecision(Path rules) {
    try {
      return Optional.of(Files.readString(rules.resolve("default")).strip());
    } catch (IOException e) {
      List<String> all = decisions(rules);
      return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }
  }

  /**
   * Reads, checks and compiles the rules of a decision, or takes the classes from the cache.
   *
   * @param cache folder of the compiled classes; made if it is not there
   * @return the ruleset, or every problem of every file
   */
  public static Result<Ruleset> open(Path rules, String decision, Path cache) {
    LoggerFactory.getILoggerFactory(); // two threads that log first at once make it complain
    CompletableFuture.runAsync(Engine::prepare);
    return read(rules, decision).then(files -> files.open(cache));
  }

  /** The files of a decision, as they are now; one that cannot be read is refused on opening. */
  public static Result<RuleFiles> read(Path rules, String decision) {
    if (!NAME.matcher(decision).matches()) {
      List<String> all = decisions(rules);
      return Result.refused(
          Place.of(rules.toString().replace('\\', '/')),
          "`"
              + decision
              + "` is not the name of a decision; there are "
              + Nearest.list(all)
              + Nearest.maybe(decision, all));
    }
    Path folder = rules.resolve(decision);
    String shown = folder.toString().replace('\\', '/');
    if (!Files.isDirectory(folder)) {
      List<String> all = decisions(rules);
      return Result.refused(
          Place.of(shown),
          all.isEmpty()
              ? "there are no rules here"
              : "there is no such decision; there are "
                  + Nearest.list(all)
                  + Nearest.maybe(decision, all));
    }
    return Result.ok(RuleFiles.read(folder, decision));
  }

  /** The files of a decision that stand in a folder of any name: a copy, an older state. */
  public static RuleFiles readAt(Path folder, String decision) {
    return RuleFiles.read(folder, decision);
  }

  /**
   * Writes the files that differ, each whole: beside its place first, and renamed when all of them
   * are there. Those that there are no more go last.
   *
   * @param before what the folder holds; if it does not any more, nothing is written
   * @return the names of the files that were written, or why none was
   */
  public static Result<List<String>> write(Path rules, RuleFiles before, RuleFiles after) {
    Path folder = rules.resolve(before.decision());
    if (!RuleFiles.read(folder, before.decision()).hash().equals(before.hash())) {
      return Result.refused(
          Place.of(before.shown()), "somebody else changed the rules just now; nothing is written");
    }
    List<String> changed =
        after.files().keySet().stream()
            .filter(name -> !Arrays.equals(after.files().get(name), before.files().get(name)))
            .toList();
    List<String> gone =
        before.files().keySet().stream().filter(n -> !after.files().containsKey(n)).toList();
    Map<Path, Path> parts = new LinkedHashMap<>();
    try {
      for (String name : changed) {
        Path file = folder.resolve(name);
        Path part = folder.resolve(name + ".part");
        parts.put(part, file);
        part(part, file, after.files().getOrDefault(name, new byte[0]));
      }
      for (Map.Entry<Path, Path> part : parts.entrySet()) {
        Files.move(part.getKey(), part.getValue(), REPLACE_EXISTING);
      }
      for (String name : gone) {
        Files.deleteIfExists(folder.resolve(name));
      }
      return Result.ok(changed);
    } catch (IOException e) {
      return Result.refused(Place.of(before.shown()), "the rules cannot be written there");
    } finally {
      parts.keySet().forEach(RulesFolder::forget);
    }
  }

  /** A file of the same rights as the one whose place it will take. */
  private static void part(Path part, Path file, byte[] bytes) throws IOException {
    Files.deleteIfExists(part);
    if (Files.exists(file)) {
      Files.copy(file, part, COPY_ATTRIBUTES, NOFOLLOW_LINKS);
    }
    Files.write(part, bytes);
  }

  private static void forget(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // It was renamed, or stays beside the rules, where no one reads it.
    }
  }
}
