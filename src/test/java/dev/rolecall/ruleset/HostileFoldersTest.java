package dev.rolecall.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Folders made to lead the reader elsewhere, to make it wait, or to fill the memory. */
class HostileFoldersTest {

  private static final String WAY = "Way( km == 1 )";

  @TempDir Path temp;

  @Test
  void readsPlainFilesOnlyAndNoneThatAreNotUtf8() throws IOException {
    Path rules = folder(new HashMap<>(Map.of("r.drl", Trip.warning(WAY))));
    Path folder = rules.resolve("trip");
    Path outside =
        Files.writeString(temp.resolve("outside.drl"), Trip.warning(WAY).replace("\"r\"", "\"s\""));
    Files.createSymbolicLink(folder.resolve("link.drl"), outside);
    Files.createDirectory(folder.resolve("x.drl"));
    Files.write(folder.resolve("latin.drl"), "// caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    Files.writeString(folder.resolve(".hidden.drl"), "nonsense");
    Files.writeString(folder.resolve("notes.txt"), "nonsense");
    assertThat(Trip.problems(RulesFolder.open(rules, "trip", Trip.CACHE)))
        .containsExactly(
            "latin.drl: it is not UTF-8; save it with that encoding",
            "link.drl: it is not a plain file; links and folders are not followed",
            "x.drl: it is not a plain file; links and folders are not followed");
  }

  @Test
  void opensDecisionsOfItsFolderOnly() throws IOException {
    Path rules = folder(new HashMap<>(Map.of("r.drl", Trip.warning(WAY))));
    for (String name :
        List.of(
            "",
            ".",
            "..",
            "../" + rules.getFileName() + "/trip",
            "/etc",
            "trip/",
            "a\u0000b",
            "trip\n")) {
      assertThat(Trip.problems(RulesFolder.open(rules, name, Trip.CACHE)))
          .singleElement()
          .asString()
          .contains("is not the name of a decision");
    }
    assertThat(Trip.problems(RulesFolder.open(rules, "tripp", Trip.CACHE)))
        .singleElement()
        .asString()
        .contains("maybe `trip`?");
    assertThat(Trip.problems(RulesFolder.open(temp.resolve("none"), "trip", Trip.CACHE)))
        .singleElement()
        .asString()
        .endsWith("there are no rules here");
    Files.delete(rules.resolve("trip/vocabulary.drl"));
    assertThat(Trip.problems(RulesFolder.open(rules, "trip", Trip.CACHE)))
        .singleElement()
        .asString()
        .contains("there is no `vocabulary.drl`");
  }

  /** A deployment switches the rules by such a link; whoever can set it can write the files. */
  @Test
  void followsALinkThatIsTheFolderItself() throws IOException {
    Path rules = folder(new HashMap<>(Map.of("r.drl", Trip.warning(WAY))));
    Path linked = Files.createDirectory(temp.resolve("linked"));
    Files.createSymbolicLink(linked.resolve("trip"), rules.resolve("trip"));
    assertThat(RulesFolder.read(linked, "trip")).isInstanceOf(Result.Ok.class);
    assertThat(RuleFiles.read(linked.resolve("trip"), "trip").unread()).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void doesNotWaitForAPipeOrReadADevice() throws Exception {
    Path rules = folder(new HashMap<>(Map.of("r.drl", Trip.warning(WAY))));
    Path pipe = rules.resolve("trip/pipe.drl");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    Files.createSymbolicLink(rules.resolve("trip/zero.csv"), Path.of("/dev/zero"));
    List<Problem> unread =
        assertTimeoutPreemptively(
            Duration.ofSeconds(5), () -> RuleFiles.read(rules.resolve("trip"), "trip").unread());
    assertThat(unread)
        .extracting(Problem::message)
        .containsOnly("it is not a plain file; links and folders are not followed")
        .hasSize(2);
  }

  @Test
  void readsNoMoreThanANameAsTheDefault() throws IOException {
    Path rules = folder(new HashMap<>(Map.of("r.drl", Trip.warning(WAY))));
    Path file = rules.resolve("default");
    for (String written : List.of("trip", "trip\n", "\uFEFFtrip\r\n", " trip \n# why\n")) {
      Files.writeString(file, written);
      assertThat(RulesFolder.defaultDecision(rules)).as(written).contains("trip");
    }
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(1L << 32);
    }
    assertThat(RulesFolder.defaultDecision(rules).orElseThrow()).hasSizeLessThan(2_000);
    Files.delete(file);
    assertThat(RulesFolder.defaultDecision(rules)).contains("trip");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void doesNotWaitForADefaultThatIsNoPlainFile() throws Exception {
    Path rules = folder(new HashMap<>(Map.of("r.drl", Trip.warning(WAY))));
    Path file = rules.resolve("default");
    assumeTrue(new ProcessBuilder("mkfifo", file.toString()).start().waitFor() == 0);
    Duration soon = Duration.ofSeconds(5);
    assertThat(assertTimeoutPreemptively(soon, () -> RulesFolder.defaultDecision(rules)))
        .contains("trip");
    Files.delete(file);
    Files.createSymbolicLink(file, Path.of("/dev/zero"));
    assertThat(assertTimeoutPreemptively(soon, () -> RulesFolder.defaultDecision(rules)))
        .contains("trip");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void saysWhichFileItMayNotRead() throws IOException {
    Path rules = folder(new HashMap<>(Map.of("r.drl", Trip.warning(WAY))));
    Path file = rules.resolve("trip/r.drl");
    Files.setPosixFilePermissions(file, Set.of());
    assumeTrue(!Files.isReadable(file));
    assertThat(Trip.problems(RulesFolder.open(rules, "trip", Trip.CACHE)))
        .contains("r.drl: it cannot be read");
  }

  @Test
  @DisabledOnOs({OS.WINDOWS, OS.MAC})
  void refusesNamesThatMeanAnotherFileElsewhere() throws IOException {
    Map<String, String> files = new HashMap<>();
    for (String name :
        List.of("a.drl", "A.drl", "b:c.drl", "d\\e.drl", "f\n3\n.drl", "g\u202E.drl", "h.DRL")) {
      files.put(name, "");
    }
    files.put("..drl", "hidden");
    files.put("größe 2 (neu).drl", Trip.warning(WAY));
    Path rules = folder(files);
    assertThat(RuleFiles.read(rules.resolve("trip"), "trip").unread())
        .extracting(p -> p.toString().replaceFirst("^.*/trip/", ""))
        .satisfiesExactlyInAnyOrder(
            p -> assertThat(p).startsWith("a.drl: rename it: some systems take it and `A.drl`"),
            p -> assertThat(p).startsWith("b:c.drl: rename it: no `<"),
            p -> assertThat(p).startsWith("d\\e.drl: rename it: no `<"),
            p -> assertThat(p).startsWith("f 3 .drl: rename it: no `<"),
            p -> assertThat(p).startsWith("g .drl: rename it: no `<"),
            p ->
                assertThat(p)
                    .isEqualTo("h.DRL: rename it: rules end in `.drl` and tables in `.csv`"));
  }

  @Test
  void readsNoMoreThanItCanHold() throws IOException {
    Path rules = folder(new HashMap<>());
    for (int i = 0; i < 5; i++) {
      try (RandomAccessFile rule = new RandomAccessFile(file(rules, i + ".drl"), "rw");
          RandomAccessFile table = new RandomAccessFile(file(rules, i + ".csv"), "rw")) {
        rule.setLength(FolderReader.MAX_RULE_FILE);
        table.setLength(FolderReader.MAX_TABLE);
      }
    }
    RuleFiles read = RuleFiles.read(rules.resolve("trip"), "trip");
    assertThat(read.files()).isEmpty();
    assertThat(read.unread())
        .extracting(Problem::message)
        .containsExactlyInAnyOrder(
            String.format(
                Locale.ROOT,
                "its `.drl` files have %,d bytes together; at most 1,048,576 are allowed",
                5 * FolderReader.MAX_RULE_FILE + Trip.VOCABULARY.length()),
            "its `.csv` files have 20,971,520 bytes together; at most 16,777,216 are allowed");
  }

  private static File file(Path rules, String name) {
    return rules.resolve("trip").resolve(name).toFile();
  }

  private Path folder(Map<String, String> files) throws IOException {
    Path rules = Files.createTempDirectory(temp, "rules");
    files.put("vocabulary.drl", Trip.VOCABULARY);
    Files.createDirectory(rules.resolve("trip"));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(rules.resolve("trip").resolve(file.getKey()), file.getValue());
    }
    return rules;
  }
}
