package dev.rolecall.cli;

import dev.rolecall.batch.Batch;
import dev.rolecall.batch.BatchFiles;
import dev.rolecall.batch.BatchRecord;
import dev.rolecall.batch.Keeping;
import dev.rolecall.batch.NotKept;
import dev.rolecall.batch.Past;
import dev.rolecall.batch.Provenance;
import dev.rolecall.batch.Results;
import dev.rolecall.batch.SinceText;
import dev.rolecall.batch.Summary;
import dev.rolecall.batch.SummaryText;
import dev.rolecall.batch.Unfinished;
import dev.rolecall.batch.UnreadColumns;
import dev.rolecall.intake.Intake;
import dev.rolecall.problem.Counted;
import dev.rolecall.problem.Result;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Publications;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.ruleset.Ruleset;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "batch",
    mixinStandardHelpOptions = true,
    description = {
      "Evaluates every row of some files and writes them back with the answer beside them.",
      "Each answer is in the record before it is written.",
      "Rows that cannot be read go to FILE.rejects.csv with row, column and reason.",
      ""
    },
    footer = {
      "",
      "The result takes its name only when it is whole; until then, and after Ctrl-C, it has .part behind it.",
      "",
      "Examples:",
      "  rolecall batch examples/open-requisitions.csv --out results.csv",
      "  rolecall batch examples/open-requisitions.csv --out results.xlsx --report report.html",
      "  rolecall batch monday.csv vendors.jsonl --out results.jsonl",
      "  rolecall batch monday.csv vendors.jsonl --out results.jsonl --resume",
      "  rolecall batch monday.csv --out results.xlsx --since-last"
    })
final class BatchCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "CSV, XLSX, JSON, JSON Lines or YAML, packed or not; - is the standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--resume",
      description =
          "Go on with the last batch of these files where it was stopped: nothing is recorded twice, and the rules are those that it began with.")
  private boolean resume;

  @Option(
      names = "--since-last",
      description =
          "Say of each row whether it is new, changed (what, and because of facts or rules) or unchanged since the last batch that came to its end, and which requisitions of that one are closed.")
  private boolean sinceLast;

  @Option(
      names = "--no-remember",
      description =
          "Do not use what was answered before, or decided by a person, for a requisition of the same id.")
  private boolean noRemember;

  @Mixin private ResultFile result = new ResultFile();
  @Mixin private Folders folders = new Folders();
  @Mixin private Input input = new Input();
  @Mixin private StatusOption status = new StatusOption();
  @Mixin private RecordOptions recording = new RecordOptions();
  @Spec private CommandSpec spec;

  private Optional<String> departure = Optional.empty();

  @Override
  public Integer call() throws IOException {
    result.check(files);
    if (resume) {
      checkResume();
    }
    if (sinceLast && recording.off()) {
      throw Refused.usage(
          "`--since-last` compares with what is recorded, so not with `--no-record`");
    }
    if (recording.off()) {
      Ruleset ruleset = ruleset();
      return run(ruleset, () -> new NotKept("--no-record", ruleset));
    }
    Optional<Ruleset> current = resume ? Optional.empty() : Optional.of(ruleset());
    try (AuditRecord record = recording.open(folders)) {
      BatchFiles batch = BatchFiles.of(files, result.path());
      Optional<Unfinished> unfinished = Unfinished.of(batch, record);
      Optional<Unfinished> begun = resume ? unfinished : Optional.empty();
      Ruleset ruleset = current.orElseGet(() -> begunWith(unfinished, record));
      unfinished.ifPresent(this::tell);
      departure =
          Publications.of(record, ruleset.vocabulary().decision())
              .departure(ruleset.hash(), LocalDate.now(ZoneOffset.UTC));
      return run(
          ruleset,
          () ->
              BatchRecord.of(
                  batch,
                  begun,
                  ruleset,
                  record,
                  past(ruleset, record, begun),
                  recording.author("batch"),
                  Clock.systemUTC()));
    }
  }

  /** Of a batch that is taken up again it is what it was when it began. */
  private Past past(Ruleset ruleset, AuditRecord record, Optional<Unfinished> begun) {
    if (begun.isEmpty()) {
      return Past.of(ruleset, record, !noRemember, record.head().sequence(), sinceLast);
    }
    Optional<Long> upTo = begun.get().remembersUpTo();
    return Past.of(ruleset, record, upTo.isPresent(), upTo.orElse(begun.get().behind()), sinceLast);
  }

  private void checkResume() {
    if (recording.off()) {
      throw Refused.usage("`--resume` goes on with what is recorded, so not with `--no-record`");
    }
    if (files.contains(Intake.STDIN)) {
      throw Refused.usage(
          "`--resume` reads its inputs again from the start, and the standard input is gone; keep"
              + " it in a file");
    }
  }

  private Ruleset ruleset() {
    Ruleset ruleset = folders.ruleset();
    checkRecorded(ruleset);
    return ruleset;
  }

  /** Ends the command where a decision is for a person's own use. */
  static void checkRecorded(Ruleset ruleset) {
    if (!ruleset.vocabulary().recorded()) {
      throw Refused.usage(
          "`"
              + ruleset.vocabulary().decision()
              + "` is for a person's own use (@record(none)); it is not made in batches");
    }
  }

  private Ruleset begunWith(Optional<Unfinished> batch, AuditRecord record) {
    RuleFiles archived =
        batch
            .flatMap(b -> record.ruleset(b.ruleset()))
            .orElseThrow(
                () ->
                    Refused.usage(
                        "there is nothing to resume: "
                            + record.shown()
                            + " holds no unfinished batch of these files with `--out "
                            + result.path()
                            + "`"));
    return folders.open(archived);
  }

  private void tell(Unfinished batch) {
    print(
        resume
            ? "Going on with batch " + batch.id() + ", under the rules that it began with."
            : "Batch "
                + batch.id()
                + " of these files was not finished, and `--resume` would go on with it; this is a"
                + " new one.");
  }

  private int run(Ruleset ruleset, Supplier<Keeping> keeping) throws IOException {
    List<Intake> inputs = input.open(files, ruleset, status.statuses());
    try {
      return run(ruleset, inputs, keeping);
    } catch (IOException e) {
      throw OutFile.notWritten(result.path(), e);
    } finally {
      for (Intake opened : inputs) {
        opened.close();
      }
    }
  }

  private int run(Ruleset ruleset, List<Intake> inputs, Supplier<Keeping> opening)
      throws IOException {
    try (Interruption interruption = new Interruption();
        Results results = Results.open(result.path(), result.report(), inputs);
        Keeping keeping = opening.get()) {
      Summary summary =
          Refused.unless(
              evaluate(ruleset, inputs, results, keeping, interruption), ExitCode.INPUT_REFUSED);
      if (interruption.isAsked()) {
        stopped(summary, results, keeping);
        return ExitCode.DONE;
      }
      if (summary.rows() == 0) {
        throw StatusOption.nothing(inputs);
      }
      results.complete(provenance(summary, keeping));
      keeping.end(summary);
      print(
          (SummaryText.render(summary, Terminal.style())
                  + SinceText.render(summary, keeping.past(), Terminal.style()))
              .strip());
      return written(summary, inputs, keeping);
    }
  }

  private Result<Summary> evaluate(
      Ruleset ruleset,
      List<Intake> inputs,
      Results results,
      Keeping keeping,
      Interruption interruption)
      throws IOException {
    try (ProgressLine progress = new ProgressLine("Evaluating", files)) {
      return new Batch(ruleset, results, keeping, progress, interruption::isAsked).run(inputs);
    }
  }

  private void stopped(Summary summary, Results results, Keeping keeping) throws IOException {
    print(
        "Stopped after "
            + summary.rows()
            + " rows; they are in "
            + results.leave(provenance(summary, keeping))
            + ", each of them whole. Nothing else was changed.");
    if (result.report() != null) {
      print("There is no report: it would be about all rows.");
    }
    print(keeping.words());
    if (!recording.off() && !files.contains(Intake.STDIN)) {
      print("The same command with --resume goes on.");
    }
  }

  private Provenance provenance(Summary summary, Keeping keeping) {
    return new Provenance(summary, files, Instant.now(), keeping.words());
  }

  private int written(Summary summary, List<Intake> inputs, Keeping keeping) {
    long rejected = summary.rejected();
    Ruleset ruleset = summary.ruleset();
    print(
        "\nResults: "
            + result.path()
            + " ("
            + Counted.of(summary.rows() - rejected, "row")
            + "), ruleset "
            + ruleset.hash().substring(0, 12));
    if (result.report() != null) {
      print("Report: " + result.report());
    }
    print(keeping.words());
    departure.ifPresent(this::print);
    spec.commandLine().getOut().print(UnreadColumns.render(inputs, ruleset.vocabulary()));
    Intake.notes(inputs).forEach(this::print);
    if (rejected == 0) {
      return ExitCode.DONE;
    }
    rejected(summary);
    return rejected == summary.rows() ? ExitCode.INPUT_REFUSED : ExitCode.DONE;
  }

  private void rejected(Summary summary) {
    Object rejects = Results.rejectsOf(result.path());
    print(
        "Rejects: "
            + rejects
            + " ("
            + Counted.of(summary.rejected(), "row")
            + "), to be mended and read again");
    PrintWriter err = spec.commandLine().getErr();
    summary.problems().forEach(err::println);
    if (summary.furtherProblems() > 0) {
      err.println("… and " + summary.furtherProblems() + " more; all are in " + rejects);
    }
  }

  private void print(String words) {
    spec.commandLine().getOut().println(words);
    spec.commandLine().getOut().flush();
  }
}
