package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.BatchRow;
import dev.rolecall.record.Entry;
import dev.rolecall.record.Filter;
import dev.rolecall.record.Kind;
import dev.rolecall.record.Store;
import dev.rolecall.record.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A batch that is killed, or finds no room. {@code src/bench/kill} is the long form. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class KilledBatchTest {

  private static final int ROWS = 12_000;
  private static final Pattern ID = Pattern.compile("(?<=\"row\":\\d{1,9},\"id\":\")[-0-9a-f]{36}");

  @TempDir private Path folder;
  private Path home;
  private Path in;
  private Path out;
  private Path part;

  @BeforeEach
  void writeRows() throws IOException {
    Run.of("decide", "--no-record", "examples/requisition.yaml");
    home = Files.createDirectories(folder.resolve("home"));
    Run.copy(Run.HOME.resolve("cache"), home.resolve("cache"));
    in = folder.resolve("in.csv");
    out = folder.resolve("out.jsonl");
    part = folder.resolve("out.jsonl.part");
    Files.writeString(
        in,
        IntStream.rangeClosed(1, ROWS)
            .mapToObj(i -> "REQ-" + i + ",Project Manager," + i % 9)
            .map(row -> row.replaceFirst(",0$", ","))
            .collect(Collectors.joining("\n", "id,title,scope.teams\n", "\n")));
  }

  private static Set<String> ids(Path results) throws IOException {
    return ID.matcher(Files.readString(results))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  /** The ids of the batch's entries, whose rows are the first, one entry each, in order. */
  private Set<String> recorded() {
    try (AuditRecord record = AuditRecord.openExisting(Store.in(home));
        Stream<Entry> stream = record.entries(Filter.all().kind(Kind.DECISION).oldestFirst())) {
      assertThat(record.verify(null)).isInstanceOf(Verification.Holds.class);
      List<Entry> entries = stream.toList();
      assertThat(entries)
          .extracting(e -> BatchRow.of(e).place())
          .isEqualTo(LongStream.rangeClosed(1, entries.size()).boxed().toList());
      return entries.stream().map(e -> e.listing().id().toString()).collect(Collectors.toSet());
    }
  }

  /** Runs until so many bytes of the result are there. */
  private void kill(long bytes, Object... more) throws Exception {
    Process process =
        Run.process(
                Stream.concat(Stream.of("batch", in, "--out", out, "--home", home), Stream.of(more))
                    .toArray())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      while (process.isAlive() && (!Files.exists(part) || Files.size(part) < bytes)) {
        process.waitFor(5, TimeUnit.MILLISECONDS);
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(out).doesNotExist();
  }

  @Test
  void nothingThatWasWrittenIsLostAndNothingIsDoubled() throws Exception {
    kill(1);
    Set<String> first = ids(part);
    assertThat(recorded()).containsAll(first);
    kill(5_000_000, "--resume");
    Set<String> second = ids(part);
    assertThat(recorded()).containsAll(second).containsAll(first);
    Run run = Run.of(List.of("--home", home.toString()), "batch", in, "--out", out, "--resume");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(recorded()).hasSize(ROWS).isEqualTo(ids(out));
    assertThat(ids(out)).containsAll(first).containsAll(second);
    Path never = folder.resolve("never.jsonl");
    Run.of("batch", in, "--out", never, "--no-record");
    assertThat(answers(out)).isEqualTo(answers(never));
  }

  private static List<String> answers(Path results) throws IOException {
    return Files.readAllLines(results).stream()
        .map(line -> line.substring(line.indexOf("\"decision\"")))
        .toList();
  }

  @Test
  void aFullDiskIsSaidAndTheOldResultStays() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    Files.writeString(out, "old\n");
    ProcessBuilder batch = Run.process("batch", in, "--out", out, "--home", small);
    batch
        .command()
        .addAll(
            0,
            List.of(
                "unshare",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                "mount -t tmpfs -o size=3m none " + small + " 2>/dev/null || exit 99; exec \"$@\"",
                "sh"));
    Process process =
        batch
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(folder.resolve("err").toFile())
            .start();
    int code = process.waitFor();
    assumeTrue(code != 99 && code != 1 && code != 127, "a small disk cannot be had here");
    assertThat(code).isEqualTo(ExitCode.RECORD);
    assertThat(folder.resolve("err"))
        .content()
        .endsWith("record.db: the disk is full; nothing was recorded. Make room and try again\n");
    assertThat(out).hasContent("old\n");
    assertThat(part).doesNotExist();
  }
}
