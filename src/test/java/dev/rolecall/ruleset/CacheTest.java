package dev.rolecall.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiled classes on disk: used where they fit, made again where they do not, never a reason to
 * fail.
 */
class CacheTest {

  private static final String RULES =
      "package trip;\n"
          + Trip.rule("far", "Way( km >= 1000 )", "verdict.leans( Travel.PLANE, \"it is far\" );");
  private static final String SITUATION = "way: {km: 1000}";

  @TempDir Path temp;
  private Path cache;

  @BeforeEach
  void folder() {
    cache = temp.resolve("cache");
  }

  private Ruleset open(String rules) throws IOException {
    Path folder = Files.createDirectories(temp.resolve("rules/trip"));
    Files.writeString(folder.resolve("vocabulary.drl"), Trip.VOCABULARY);
    Files.writeString(folder.resolve("r.drl"), rules);
    return Trip.good(RulesFolder.open(temp.resolve("rules"), "trip", cache));
  }

  private List<Path> cached() throws IOException {
    return cached(".rules");
  }

  private List<Path> cached(String ending) throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  @Test
  void anEditOfWordsCompilesNothingAndMeansTheSame() throws IOException {
    Ruleset before = open(RULES);
    long compiled = Files.getLastModifiedTime(cached().get(0)).toMillis();
    Ruleset after =
        open(
            "// a comment\n"
                + RULES
                    .replace("it is far", "it is {km} far")
                    .replace("km >= 1000", "$km : km >= 1000"));
    assertThat(after.meaning()).isEqualTo(before.meaning());
    assertThat(after.hash()).isNotEqualTo(before.hash());
    assertThat(Trip.decide(after, SITUATION).findings().get(0).because())
        .isEqualTo("it is 1000 far");
    assertThat(cached()).hasSize(1);
    assertThat(Files.getLastModifiedTime(cached().get(0)).toMillis()).isEqualTo(compiled);
  }

  @Test
  void anEditOfANumberOrAWeightMeansSomethingElse() throws IOException {
    Ruleset before = open(RULES);
    Ruleset threshold = open(RULES.replace("1000", "1001"));
    Ruleset weight = open(RULES.replace("@source(house)", "@source(house) @weight(2)"));
    assertThat(List.of(before.meaning(), threshold.meaning(), weight.meaning()))
        .doesNotHaveDuplicates();
    assertThat(cached()).as("a weight is no condition").hasSize(2);
  }

  @Test
  void aBrokenFileOfTheCacheIsMadeAgain() throws IOException {
    Ruleset fresh = open(RULES);
    Path file = cached().get(0);
    byte[] good = Files.readAllBytes(file);
    byte[] flipped = good.clone();
    flipped[good.length / 2] ^= 1;
    ClassCache foreign = new ClassCache(cache);
    String key = file.getFileName().toString().replace(".rules", "");
    for (byte[] bad :
        List.of(
            new byte[0],
            new byte[10],
            new byte[100],
            java.util.Arrays.copyOf(good, good.length - 1),
            flipped)) {
      Files.write(file, bad);
      assertThat(Trip.decide(open(RULES), SITUATION)).isEqualTo(Trip.decide(fresh, SITUATION));
      assertThat(Files.readAllBytes(file)).hasSizeGreaterThan(1_000);
    }
    foreign.put(key, new Compiled(java.util.Map.of("a.B", new byte[] {1, 2, 3})));
    assertThat(Trip.decide(open(RULES), SITUATION)).isEqualTo(Trip.decide(fresh, SITUATION));
  }

  /** With a checksum that fits, since everyone can work that out. */
  @Test
  void aFileThatWouldFillTheMemoryIsMadeAgain() throws IOException {
    Ruleset fresh = open(RULES);
    Path file = cached().get(0);
    String key = file.getFileName().toString().replace(".rules", "");
    for (String bomb : List.of("a.class", "a.txt")) {
      Files.write(file, ClassCache.content(key, zeros(bomb, 200)));
      assertThat(new ClassCache(cache).get(key)).isEmpty();
    }
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(1L << 32);
    }
    assertThat(Trip.decide(open(RULES), SITUATION)).isEqualTo(Trip.decide(fresh, SITUATION));
    assertThat(file).isRegularFile();
    assertThat(Files.size(file)).isLessThan(1_000_000);
  }

  private static byte[] zeros(String name, int megabytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      for (int i = 0; i < megabytes; i++) {
        zip.write(new byte[1 << 20]);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void aFileOfOtherRulesCannotStandUnderItsName() throws IOException {
    open(RULES.replace("1000", "5"));
    Path other = cached().get(0);
    byte[] otherRules = Files.readAllBytes(other);
    Files.delete(other);
    open(RULES);
    Files.write(cached().get(0), otherRules);
    assertThat(Trip.decide(open(RULES), "way: {km: 6}").findings()).isEmpty();
  }

  /** It says only what to load while the files are read; they say whether it was right. */
  @Test
  void whatWasRightForFilesBeforeIsNotBelieved() throws IOException {
    open(RULES.replace("1000", "5"));
    Path other = cached(".key").get(0);
    String keyOfOther = Files.readString(other);
    Files.delete(other);
    open(RULES);
    Path key = cached(".key").get(0);
    String right = Files.readString(key);
    assertThat(right).isNotEqualTo(keyOfOther);
    for (String wrong : List.of(keyOfOther, "", "..", "0".repeat(64), right + "\n")) {
      Files.writeString(key, wrong);
      assertThat(Trip.decide(open(RULES), "way: {km: 6}").findings()).as(wrong).isEmpty();
      assertThat(key).as(wrong).hasContent(right);
    }
  }

  @Test
  void theOldestGoWhereThereAreMany() throws IOException {
    open(RULES);
    Path first = cached().get(0);
    Files.setLastModifiedTime(first, FileTime.fromMillis(0));
    for (int i = 1; i < ClassCache.MOST_FILES; i++) {
      Files.createFile(cache.resolve("%064x.rules".formatted(i)));
    }
    Path notes = Files.createFile(cache.resolve("notes.rules"));
    new ClassCache(cache).put("f".repeat(64), new Compiled(java.util.Map.of()));
    assertThat(cached()).hasSize(ClassCache.MOST_FILES + 1).contains(notes).doesNotContain(first);
    assertThat(cached(".key")).hasSize(1);
  }

  @Test
  void worksWithoutAFolderThatCanBeWritten() throws IOException {
    cache = Files.writeString(temp.resolve("file"), "x").resolve("below");
    assertThat(Trip.decide(open(RULES), SITUATION).findings()).hasSize(1);
  }
}
