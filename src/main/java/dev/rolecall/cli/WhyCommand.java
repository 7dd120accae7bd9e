package dev.rolecall.cli;

import dev.rolecall.explain.Why;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says why a case came out as it did.",
      "The rule that decided, every finding with its conditions and the actual values, what spoke",
      "against it, what was inferred, and what did not matter.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rolecall why examples/requisition.yaml",
      "  rolecall why REQ-1042                       what the record holds of it",
      "  rolecall why examples/requisitions.jsonl REQ-2002",
      "  rolecall why --json examples/requisition.yaml > why.json",
      "  rolecall why --decision growth examples/growth.yaml"
    })
final class WhyCommand implements Callable<Integer> {

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Mixin private OneCase one = new OneCase();
  @Mixin private Folders folders = new Folders();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CaseSource.Asked asked = one.asked(folders, spec.commandLine().getErr());
    Why why = Why.of(asked.ruleset(), asked.situation());
    spec.commandLine().getOut().print(json ? why.json() : why.text(Terminal.style()));
    return ExitCode.DONE;
  }
}
