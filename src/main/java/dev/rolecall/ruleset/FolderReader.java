package dev.rolecall.ruleset;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the rules and tables of a folder, or says why it does not: never elsewhere, never much. */
final class FolderReader {

  /** The largest rule file, and the largest table, in bytes. */
  static final int MAX_RULE_FILE = 256 * 1024;

  static final int MAX_TABLE = 4 * 1024 * 1024;

  /** All rule files, and all tables; the tokens of a rule file take some 150 times its size. */
  static final int MAX_RULE_FILES = 1024 * 1024;

  static final int MAX_TABLES = 16 * 1024 * 1024;
  private static final int MAX_FILES = 500;

  /** What every system takes for the name of a file, and what stands on one line. */
  private static final Pattern NAME = Pattern.compile("[^\\p{C}\\p{Zl}\\p{Zp}<>:\"|?*\\\\/]+");

  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> leftOut = new ArrayList<>();

  FolderReader(Path folder) {
    try (Stream<Path> list = Files.list(folder)) {
      List<Path> present = list.sorted().toList();
      present.stream().filter(FolderReader::looksLikeOne).forEach(this::leaveOut);
      List<Path> all = present.stream().filter(RuleFiles::counts).toList();
      if (all.size() > MAX_FILES) {
        problem("", "it holds " + all.size() + " files; at most " + MAX_FILES + " are allowed");
      }
      together(all, RuleFiles.RULES, MAX_RULE_FILES);
      together(all, RuleFiles.TABLE, MAX_TABLES);
      if (problems.isEmpty()) {
        names(all);
        all.forEach(this::read);
      }
    } catch (IOException | UncheckedIOException e) {
      problem("", "the folder cannot be read");
    }
  }

  /** By name. */
  SortedMap<String, byte[]> files() {
    return files;
  }

  List<Problem> problems() {
    return problems;
  }

  /** Files that somebody may think are read. */
  List<Problem> leftOut() {
    return leftOut;
  }

  /** Such as what an editor for plain text made of a rule file, or a copy put aside. */
  private static boolean looksLikeOne(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !RuleFiles.counts(file)
        && !name.startsWith(".")
        && !name.startsWith("~$")
        && (name.contains(RuleFiles.RULES) || name.contains(RuleFiles.TABLE));
  }

  private void leaveOut(Path file) {
    String message = "`%s` is not read; rules end in `.drl` and tables in `.csv`";
    leftOut.add(new Problem(Place.of(""), message.formatted(file.getFileName())));
  }

  private void together(List<Path> all, String kind, int most) {
    long bytes =
        all.stream().filter(f -> f.toString().endsWith(kind)).mapToLong(FolderReader::size).sum();
    if (bytes > most) {
      problem(
          "",
          String.format(
              Locale.ROOT,
              "its `%s` files have %,d bytes together; at most %,d are allowed",
              kind,
              bytes,
              most));
    }
  }

  private static long size(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS).size();
    } catch (IOException e) {
      return 0; // reading it says why
    }
  }

  /** Names that mean another file, or none, on another system. */
  private void names(List<Path> all) {
    Map<String, String> alike = new HashMap<>();
    for (Path file : all) {
      String name = file.getFileName().toString();
      String other = alike.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
      if (!NAME.matcher(name).matches()) {
        problem(
            name,
            "rename it: no `< > : \" | ? * \\` and no characters that nobody sees in the name of a"
                + " file, which not every system takes");
      } else if (!name.endsWith(RuleFiles.RULES) && !name.endsWith(RuleFiles.TABLE)) {
        problem(name, "rename it: rules end in `.drl` and tables in `.csv`");
      } else if (other != null) {
        problem(name, "rename it: some systems take it and `" + other + "` for one file");
      }
    }
  }

  private void read(Path file) {
    String name = file.getFileName().toString();
    int largest = name.endsWith(RuleFiles.RULES) ? MAX_RULE_FILE : MAX_TABLE;
    if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
      problem(name, "it is not a plain file; links and folders are not followed");
      return;
    }
    try (InputStream in = Files.newInputStream(file, NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(largest + 1);
      if (bytes.length > largest) {
        problem(name, "it has " + size(file) + " bytes; at most " + largest + " are allowed");
      } else {
        files.put(name, bytes);
      }
    } catch (IOException e) {
      problem(name, "it cannot be read");
    }
  }

  private void problem(String name, String message) {
    problems.add(new Problem(Place.of(name), message));
  }
}
