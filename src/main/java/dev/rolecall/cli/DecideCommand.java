package dev.rolecall.cli;

import dev.rolecall.decision.Decision;
import dev.rolecall.decision.DecisionJson;
import dev.rolecall.decision.Envelope;
import dev.rolecall.explain.DecisionText;
import dev.rolecall.explain.FullExplanation;
import dev.rolecall.explain.Style;
import dev.rolecall.intake.Intake;
import dev.rolecall.intake.Row;
import dev.rolecall.problem.Result;
import dev.rolecall.record.Recorder;
import dev.rolecall.ruleset.Ruleset;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "decide",
    mixinStandardHelpOptions = true,
    description = {
      "Recommends, with the reasons, for each case of a file.",
      "Each recommendation is in the record before it is printed.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rolecall decide examples/requisition.yaml",
      "  rolecall decide --json examples/requisitions.jsonl",
      "  rolecall decide --json --explain full examples/requisition.yaml",
      "  rolecall decide --html page.html --md page.md examples/requisition.yaml",
      "  rolecall decide --decision growth examples/growth.yaml",
      "  echo '{\"scope\": {\"teams\": 5}}' | rolecall decide -"
    })
final class DecideCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      description = "CSV, JSON, JSON Lines or YAML; - is the standard input.")
  private String file = Intake.STDIN;

  @Option(
      names = "--json",
      description =
          "Print one JSON object a case: id, time, whether recorded, engine and decision.")
  private boolean json;

  @Option(
      names = "--explain",
      paramLabel = "full",
      description =
          "With --json: add why, which open answers could change it, and the smallest changes that would.")
  private @Nullable Explain explain;

  @Mixin private PageOptions pages = new PageOptions();
  @Mixin private Folders folders = new Folders();
  @Mixin private Input input = new Input();
  @Mixin private StatusOption status = new StatusOption();
  @Mixin private RecordOptions recording = new RecordOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    pages.check(file, json);
    if (explain != null && !json) {
      throw Refused.usage(
          "`--explain full` goes with `--json`; for reading there is `rolecall why`");
    }
    recording.prepare(folders);
    Ruleset ruleset = folders.ruleset();
    try (Intake cases = input.open(List.of(file), ruleset, status.statuses()).get(0);
        Recorder recorder = recording.recorder(ruleset, folders)) {
      return decide(ruleset, cases, recorder);
    }
  }

  private int decide(Ruleset ruleset, Intake cases, Recorder recorder) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    PageFiles pageFiles = new PageFiles(pages, file, ruleset, out);
    int refused = 0;
    int decided = 0;
    for (Row row = cases.next(); row != null && !out.checkError(); row = cases.next()) {
      pageFiles.anotherCase();
      Result<Decision> decision = row.situation().then(s -> Result.ok(ruleset.decide(s)));
      if (decision instanceof Result.Ok<Decision> ok) {
        Envelope envelope = recorder.pass(ok.value());
        pageFiles.add(envelope);
        if (!pages.fillStandardOutput()) {
          out.print(decided > 0 && !json ? "\n" : "");
          print(ruleset, envelope, recorder.words(envelope), out);
        }
        decided++;
      } else if (decision instanceof Result.Refused<Decision> problems) {
        refused++;
        problems.problems().forEach(err::println);
      }
    }
    if (decided > 0 && !json && !pages.fillStandardOutput()) {
      recorder.departure().ifPresent(words -> out.println(Terminal.style().faint(words)));
    }
    cases.notes().forEach(err::println);
    pageFiles.complete(err);
    if (decided + refused == 0) {
      throw StatusOption.nothing(List.of(cases));
    }
    return refused > 0 ? ExitCode.INPUT_REFUSED : ExitCode.DONE;
  }

  /** How much is said beyond the decision. */
  enum Explain {
    FULL
  }

  private void print(Ruleset ruleset, Envelope envelope, String recorded, PrintWriter out)
      throws IOException {
    if (json && explain != null) {
      out.println(
          FullExplanation.of(ruleset, envelope.decision()).with(DecisionJson.write(envelope)));
    } else if (json) {
      out.println(DecisionJson.write(envelope));
    } else {
      Style style = Terminal.style();
      out.print(DecisionText.render(envelope.decision(), style));
      out.println(style.faint(recorded));
    }
  }
}
