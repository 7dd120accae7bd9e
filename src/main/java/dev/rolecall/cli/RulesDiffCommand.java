package dev.rolecall.cli;

import dev.rolecall.explain.Difference;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "diff",
    description = {
      "Shows what differs between two versions of the rules, and whether an answer could.",
      "Rule by rule, not line by line; of scenarios how many files.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Rolecall.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  rolecall rules diff                        the published rules and the working folder",
      "  rolecall rules diff old/hiring rules/hiring",
      "  rolecall rules diff --json > difference.json"
    })
final class RulesDiffCommand implements Callable<Integer> {

  @Option(names = "--json", description = "As a JSON object.")
  private boolean json;

  @Mixin private TwoRules rules = new TwoRules();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<NamedRules> both = rules.both();
    NamedRules before = both.get(0);
    NamedRules after = both.get(1);
    Difference difference =
        Refused.unless(
            NamedRules.difference(before.rules(), after.rules()), ExitCode.RULES_REFUSED);
    spec.commandLine()
        .getOut()
        .print(
            json
                ? difference.json(before.name(), after.name())
                : difference.text(before.shown(), after.shown(), Terminal.style()));
    return ExitCode.DONE;
  }
}
