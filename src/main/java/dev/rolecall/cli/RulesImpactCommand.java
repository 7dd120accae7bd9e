package dev.rolecall.cli;

import dev.rolecall.batch.Impact;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "impact",
    description = {
      "Decides every row of some files under two versions of the rules and shows what flips.",
      "How many, from what to what, because of which rules, and which cases, the worst first.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Rolecall.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  rolecall rules impact --on examples/open-requisitions.csv",
      "  rolecall rules impact old/hiring rules/hiring --on monday.csv --out changed.csv"
    })
final class RulesImpactCommand implements Callable<Integer> {

  @Option(
      names = "--on",
      paramLabel = "FILE",
      arity = "1..*",
      required = true,
      description = "The cases: CSV, XLSX, JSON, JSON Lines or YAML.")
  private List<String> on = List.of();

  @Option(names = "--json", description = "As a JSON object, with up to 1,000 cases.")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "FILE.csv",
      description = "Write every case that changes there, with its own cells.")
  private @Nullable Path out;

  @Mixin private TwoRules rules = new TwoRules();
  @Mixin private Input input = new Input();
  @Mixin private StatusOption status = new StatusOption();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    List<NamedRules> both = rules.both();
    NamedRules before = both.get(0);
    NamedRules after = both.get(1);
    Portfolio portfolio = new Portfolio(on, input, status.statuses());
    PrintWriter err = spec.commandLine().getErr();
    Impact impact =
        portfolio.impact(before.open(rules.folders()), after.open(rules.folders()), out, err);
    int code = portfolio.told(impact, err);
    PrintWriter printed = spec.commandLine().getOut();
    if (json) {
      printed.print(impact.json(before.name(), after.name()));
    } else {
      printed.print(impact.text(before.shown(), after.shown(), Terminal.style()));
      if (out != null) {
        printed.println();
        printed.println("Every case that changes: " + out);
      }
    }
    return code;
  }
}
