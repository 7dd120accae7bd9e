package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.batch.Batch;
import dev.rolecall.batch.BatchFiles;
import dev.rolecall.batch.BatchRecord;
import dev.rolecall.batch.Past;
import dev.rolecall.batch.Results;
import dev.rolecall.batch.Unfinished;
import dev.rolecall.intake.Intake;
import dev.rolecall.intake.Understanding;
import dev.rolecall.problem.Result;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Author;
import dev.rolecall.record.BatchRow;
import dev.rolecall.record.Entry;
import dev.rolecall.record.Filter;
import dev.rolecall.record.Head;
import dev.rolecall.record.Kind;
import dev.rolecall.record.Store;
import dev.rolecall.record.Verification;
import dev.rolecall.ruleset.RulesFolder;
import dev.rolecall.ruleset.Ruleset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch that was stopped goes on without a double or a gap, or says why it cannot. */
class ResumeTest {

  private static final int ROWS = 12_000;

  @TempDir private Path folder;
  private Path in;
  private Path out;

  @BeforeEach
  void writeRows() throws IOException {
    in = folder.resolve("in.csv");
    out = folder.resolve("out.jsonl");
    rows(3);
  }

  /** Rows of the same teams, but for one that cannot be read. */
  private void rows(int teams) throws IOException {
    Files.writeString(
        in,
        IntStream.range(0, ROWS)
            .mapToObj(i -> "REQ-" + i + ",Project Manager," + (i == 7 ? "many" : "" + teams))
            .collect(Collectors.joining("\n", "id,title,scope.teams\n", "\n")));
  }

  private static <T> T good(Result<T> result) {
    if (result instanceof Result.Ok<T> ok) {
      return ok.value();
    }
    throw new AssertionError(((Result.Refused<T>) result).problems());
  }

  /** Runs the batch until the first rows are written. */
  private UUID stopped() throws IOException {
    Ruleset ruleset = good(RulesFolder.open(Path.of("rules"), "hiring", Run.HOME.resolve("cache")));
    BatchFiles files = BatchFiles.of(List.of(in.toString()), out);
    AtomicBoolean stop = new AtomicBoolean();
    try (AuditRecord record = AuditRecord.open(Store.in(Run.HOME));
        Intake input =
            good(
                Intake.open(
                    in.toString(),
                    Optional.empty(),
                    Understanding.of(ruleset.vocabulary()),
                    InputStream.nullInputStream()));
        Results results = Results.open(out, List.of(input));
        BatchRecord batch =
            BatchRecord.of(
                files,
                Optional.empty(),
                ruleset,
                record,
                Past.of(ruleset, record, true, record.head().sequence(), false),
                new Author("ada", "batch"),
                Clock.systemUTC())) {
      new Batch(ruleset, results, batch, (rows, bytes) -> stop.set(true), stop::get)
          .run(List.of(input));
      return Unfinished.of(files, record).orElseThrow().id();
    }
  }

  private Run resume(String... more) {
    return Run.of(
        Stream.concat(Stream.of("batch", in, "--out", out, "--resume"), Stream.of(more)).toArray());
  }

  private List<Entry> entries(UUID batch) {
    try (AuditRecord record = AuditRecord.open(Store.in(Run.HOME));
        Stream<Entry> entries =
            record.entries(Filter.all().kind(Kind.DECISION).batch(batch).oldestFirst())) {
      assertThat(record.verify(null)).isInstanceOf(Verification.Holds.class);
      return entries.toList();
    }
  }

  private static Head head() {
    try (AuditRecord record = AuditRecord.open(Store.in(Run.HOME))) {
      return record.head();
    }
  }

  @Test
  void whatWasRecordedKeepsItsEntryAndTheRestFollows() throws IOException {
    UUID batch = stopped();
    List<Entry> before = entries(batch);
    assertThat(before).hasSizeBetween(127, ROWS - 2);
    Path report = folder.resolve("report.html");
    Run run = resume("--report", report.toString());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(report).content().contains("12,000 rows");
    assertThat(run.out())
        .contains("Going on with batch " + batch)
        .contains(
            String.format(
                "Recorded: 11,999 decisions (%,d of them before), batch %s; head ",
                before.size(), batch));
    List<Entry> all = entries(batch);
    assertThat(all.subList(0, before.size())).isEqualTo(before);
    assertThat(all)
        .extracting(e -> BatchRow.of(e).number())
        .isEqualTo(IntStream.range(2, ROWS + 2).filter(i -> i != 9).boxed().toList());
    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSameSizeAs(all);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(lines.get(i)).contains("\"id\":\"" + all.get(i).listing().id() + "\"");
    }
    assertThat(resume().err()).contains("there is nothing to resume: ");
  }

  @Test
  void itRemembersWhatItRememberedWhenItBegan() throws IOException {
    Path answered = folder.resolve("answered.yaml");
    Files.writeString(answered, "id: REQ-11000\nscope: { systems: 4 }\n");
    assertThat(Run.of("decide", answered).code()).isZero();
    UUID batch = stopped();
    Files.writeString(answered, "id: REQ-11000\nscope: { systems: 7, quarters: 2 }\n");
    assertThat(Run.of("decide", answered).code()).isZero();
    assertThat(resume().code()).isZero();
    Entry last = entries(batch).get(ROWS - 2 - 999);
    assertThat(last.listing().about().requisition()).isEqualTo("REQ-11000");
    assertThat(last.content().path("situation").path("scope"))
        .hasToString("{\"teams\":3,\"systems\":4}");
    assertThat(BatchRow.of(last).remembered()).containsOnlyKeys("scope.systems");
  }

  @Test
  void itGoesOnUnderTheRulesThatItBeganWith() throws IOException {
    UUID batch = stopped();
    Path rules = Run.copy(Path.of("rules"), folder.resolve("rules"));
    Path scope = rules.resolve("hiring/scope.drl");
    Files.writeString(scope, Files.readString(scope) + "\n# A remark makes other rules.\n");
    assertThat(resume("--rules", rules.toString()).code()).isZero();
    assertThat(entries(batch)).extracting(e -> e.listing().about().ruleset()).hasSize(ROWS - 1);
    assertThat(entries(batch).stream().map(e -> e.listing().about().ruleset()).distinct())
        .hasSize(1);
  }

  @Test
  void aRowThatWasChangedIsNamedAndNothingIsDone() throws IOException {
    stopped();
    rows(1);
    Head before = head();
    Run run = resume();
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .startsWith(in + ": row 2: it is not what it was when batch ")
        .contains("without --resume a new one begins");
    assertThat(head()).isEqualTo(before);
    assertThat(out).doesNotExist();
  }

  @Test
  void aRowThatIsGoneIsNamed() throws IOException {
    stopped();
    Files.writeString(in, "id,title,scope.teams\nREQ-0,Project Manager,3\n");
    assertThat(resume().err()).startsWith(in + ": row 3: it is not what it was ").hasLineCount(1);
  }

  @Test
  void aNewBatchSaysThatTheLastWasNotFinished() throws IOException {
    UUID batch = stopped();
    Run run = Run.of("batch", in, "--out", out);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Batch " + batch + " of these files was not finished");
    assertThat(resume().err()).contains("there is nothing to resume: ");
  }

  @Test
  void whatCannotBeResumedIsSaid() {
    assertThat(resume().code()).isEqualTo(2);
    assertThat(resume("--no-record").err()).contains("so not with `--no-record`");
    Run run = Run.of("batch", "-", "--out", out, "--resume");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("the standard input is gone");
  }
}
