package dev.rolecall.ruleset;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Opens a folder of rules: {@code rules/hiring} with its vocabulary, rules and tables. */
public final class RulesFolder {

  /** A package name, and no way out of the folder. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

  /** Of the file {@code default}: more than any name, and no more than a message shows. */
  private static final int LONGEST_LINE = 1_000;

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
    return firstLine(rules.resolve("default"))
        .or(
            () -> {
              List<String> all = decisions(rules);
              return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
            });
  }

  /** That says anything, without the mark that some programs put before it. */
  private static Optional<String> firstLine(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(LONGEST_LINE), StandardCharsets.UTF_8);
      return text.replace("\uFEFF", "")
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Begins to load what every ruleset needs, while a process that will open one does other work.
   */
  public static void prepare() {
    CompletableFuture.runAsync(LoadedRules::prepare);
  }

  /**
   * Reads, checks and compiles the rules of a decision, or takes the classes from the cache.
   *
   * @param cache folder of the compiled classes; made if it is not there
   * @return the ruleset, or every problem of every file
   */
  public static Result<Ruleset> open(Path rules, String decision, Path cache) {
    return read(rules, decision).then(files -> files.open(cache));
  }

  /** The files of a decision, as they are now; one that cannot be read is refused on opening. */
  public static Result<RuleFiles> read(Path rules, String decision) {
    Logging.ready();
    if (!NAME.matcher(decision).matches()) {
      List<String> all = decisions(rules);
      return Result.refused(
          Place.of(rules.toString().replace('\\', '/')),
          "`" + decision + "` is not the name of a decision; " + Nearest.thereAre(decision, all));
    }
    Path folder = rules.resolve(decision);
    String shown = folder.toString().replace('\\', '/');
    if (!Files.isDirectory(folder)) {
      List<String> all = decisions(rules);
      return Result.refused(
          Place.of(shown),
          all.isEmpty()
              ? "there are no rules here"
              : "there is no such decision; " + Nearest.thereAre(decision, all));
    }
    return Result.ok(RuleFiles.read(folder, decision));
  }

  /** The files of a decision that stand in a folder of any name: a copy, an older state. */
  public static RuleFiles readAt(Path folder, String decision) {
    return RuleFiles.read(folder, decision);
  }

  /**
   * Writes the files that differ, as {@link FileSet#replace} does.
   *
   * @param before what the folder holds; if it does not any more, nothing is written
   * @return the names of the files that were written, or why none was
   */
  public static Result<List<String>> write(Path rules, RuleFiles before, RuleFiles after) {
    Path folder = rules.resolve(before.decision());
    Place at = Place.of(before.shown());
    if (!RuleFiles.read(folder, before.decision()).hash().equals(before.hash())) {
      return Result.refused(at, "somebody else changed the rules just now; nothing is written");
    }
    try {
      return Result.ok(after.all().replace(before.all(), folder));
    } catch (IOException e) {
      return Result.refused(at, "the rules cannot be written there");
    }
  }
}
