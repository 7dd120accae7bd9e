package dev.rolecall.cli;

import dev.rolecall.batch.Asked;
import dev.rolecall.batch.Asking;
import dev.rolecall.batch.Past;
import dev.rolecall.batch.QuestionnaireFile;
import dev.rolecall.intake.Intake;
import dev.rolecall.problem.Counted;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Store;
import dev.rolecall.ruleset.Ruleset;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Questions for the people who know the answers. */
@Command(
    name = "questionnaire",
    mixinStandardHelpOptions = true,
    versionProvider = Rolecall.Version.class,
    description = {
      "Writes a workbook for hiring managers: for each requisition that is in scope and",
      "inconclusive the questions whose answers could still change something, the most decisive",
      "first. `rolecall batch` reads it back, alone or beside the export.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rolecall intake questionnaire monday.csv --out questions.xlsx",
      "  rolecall batch monday.csv questions.xlsx --out results.csv",
      "",
      "Exit codes: 0 done, 3 input refused, 4 rules refused, 74 the file could not be written."
    })
final class IntakeQuestionnaireCommand implements Callable<Integer> {

  /** To find out which questions matter takes a second or two for each pattern of answers. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "An export, as `rolecall batch` reads it; - is the standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where the questionnaire goes: a .xlsx file.")
  private Path out = Path.of("");

  @Option(names = "--no-remember", description = "Ask again what was answered before.")
  private boolean noRemember;

  @Mixin private StoreOption store = new StoreOption();
  @Mixin private Folders folders = new Folders();
  @Mixin private Input input = new Input();
  @Mixin private StatusOption status = new StatusOption();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
    if (!name.endsWith(".xlsx")) {
      throw Refused.usage("`--out " + out + "`: the name must end with .xlsx");
    }
    OutFile.check("--out " + out, out, files);
    Ruleset ruleset = folders.ruleset();
    BatchCommand.checkRecorded(ruleset);
    Asked asked = ask(ruleset);
    asked.problems().forEach(spec.commandLine().getErr()::println);
    if (asked.requisitions().isEmpty()) {
      print("There is nothing to ask: " + Counted.of(asked.rows(), "row") + ", none inconclusive.");
      told(asked);
      return ExitCode.DONE;
    }
    OutFile.write(out, QuestionnaireFile.bytes(ruleset, asked));
    print(
        "Written: "
            + out
            + " ("
            + Counted.of(asked.questions(), "question")
            + " about "
            + Counted.of(asked.requisitions().size(), "requisition")
            + " of "
            + Counted.of(asked.rows(), "row")
            + ").");
    told(asked);
    print("Filled in, it is read back with");
    print("    rolecall batch " + String.join(" ", files) + " " + out + " --out results.csv");
    return ExitCode.DONE;
  }

  private Asked ask(Ruleset ruleset) throws IOException {
    List<Intake> inputs = input.open(files, ruleset, status.statuses());
    try {
      Asked asked = asked(ruleset, inputs);
      if (asked.rows() == asked.rejected()) {
        asked.problems().forEach(spec.commandLine().getErr()::println);
        throw StatusOption.nothing(inputs);
      }
      Intake.notes(inputs).forEach(this::print);
      return asked;
    } finally {
      for (Intake opened : inputs) {
        opened.close();
      }
    }
  }

  /** What was answered before is not asked again; nothing is recorded. */
  private Asked asked(Ruleset ruleset, List<Intake> inputs) throws IOException {
    Store kept = store.store(folders);
    if (noRemember || !kept.exists()) {
      return Asking.of(ruleset, inputs, Past.none(ruleset), PATIENCE);
    }
    try (AuditRecord record = AuditRecord.openExisting(kept);
        Past past = Past.of(ruleset, record, true, record.head().sequence(), false)) {
      return Asking.of(ruleset, inputs, past, PATIENCE);
    }
  }

  /** What somebody might miss in it. */
  private void told(Asked asked) {
    told(asked.rejected(), "could not be read");
    told(asked.withoutId(), "inconclusive without an id, by which an answer could find back");
    told(asked.left(), "more did not fit in; ask about a part of the export at a time");
    told(
        asked.notProven(),
        "asked all that is open: there was no time to find out which questions still matter");
  }

  private void told(long count, String what) {
    if (count > 0) {
      print(Counted.of(count, "requisition") + ": " + what);
    }
  }

  private void print(String line) {
    PrintWriter into = spec.commandLine().getOut();
    into.println(line);
  }
}
