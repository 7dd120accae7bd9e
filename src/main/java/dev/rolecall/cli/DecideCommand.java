package dev.rolecall.cli;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.DecisionJson;
import dev.rolecall.decision.Envelope;
import dev.rolecall.explain.DecisionText;
import dev.rolecall.intake.Intake;
import dev.rolecall.intake.Row;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.ruleset.Versions;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "decide",
    mixinStandardHelpOptions = true,
    description = {"Recommends, with the reasons, for each case of a file.", ""},
    footer = {
      "",
      "Examples:",
      "  rolecall decide examples/requisition.yaml",
      "  rolecall decide --json examples/requisitions.jsonl",
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
      description = "Print one JSON object a case: id, time, engine and decision.")
  private boolean json;

  @Mixin private Folders folders = new Folders();
  @Mixin private Input input = new Input();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Ruleset ruleset = folders.ruleset();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    int refused = 0;
    int decided = 0;
    try (Intake cases = input.open(List.of(file), ruleset.vocabulary()).get(0)) {
      for (Row row = cases.next(); row != null && !out.checkError(); row = cases.next()) {
        Result<Decision> decision = row.situation().then(s -> Result.ok(ruleset.decide(s)));
        if (decision instanceof Result.Ok<Decision> ok) {
          out.print(decided++ > 0 && !json ? "\n" : "");
          print(ok.value(), out);
        } else if (decision instanceof Result.Refused<Decision> problems) {
          refused++;
          problems.problems().forEach(err::println);
        }
      }
    }
    if (decided + refused == 0) {
      throw new Refused(
          ExitCode.INPUT_REFUSED, List.of(new Problem(Place.of(file), "there is no case in it")));
    }
    return refused > 0 ? ExitCode.INPUT_REFUSED : ExitCode.DONE;
  }

  private void print(Decision decision, PrintWriter out) {
    if (json) {
      Envelope envelope =
          new Envelope(
              UuidCreator.getTimeOrderedEpoch(),
              Clock.systemUTC().instant(),
              Versions.all(),
              decision);
      out.println(DecisionJson.write(envelope));
    } else {
      out.print(DecisionText.render(decision, Terminal.style()));
    }
  }
}
