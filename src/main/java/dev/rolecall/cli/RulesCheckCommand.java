package dev.rolecall.cli;

import dev.rolecall.explain.Page;
import dev.rolecall.explain.PrettyJson;
import dev.rolecall.explain.Style;
import dev.rolecall.scenario.CheckJson;
import dev.rolecall.scenario.CheckText;
import dev.rolecall.scenario.RulesCheck;
import dev.rolecall.scenario.ScenarioText;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says whether rules can be used as they are written now. */
@Command(
    name = "check",
    description = {
      "Checks the rules of every decision, or of the one named.",
      "Whether they can be used, whether their scenarios pass, and what is odd about them.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Rolecall.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  rolecall rules check",
      "  rolecall rules check --decision NAME",
      "  rolecall rules check --strict --json",
      "",
      "Exit codes: 0 all is well, 1 a case fails (or --strict and a warning), 3 a scenario file is",
      "refused, 4 rules are refused."
    })
final class RulesCheckCommand implements Callable<Integer> {

  @Option(names = "--json", description = "As a JSON array, an object for each decision.")
  private boolean json;

  @Option(names = "--strict", description = "A warning fails the check too.")
  private boolean strict;

  @Mixin private RuleVersions versions = new RuleVersions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() {
    List<RulesCheck> checks =
        versions.folders().decisions().stream()
            .map(d -> versions.folders().check(d, versions.former(versions.publications(d))))
            .toList();
    if (json) {
      spec.commandLine().getOut().print(PrettyJson.of(CheckJson.of(checks)));
    } else {
      checks.forEach(check -> print(check, spec.commandLine().getOut()));
    }
    return checks.stream().mapToInt(check -> exitCode(check, strict)).max().orElse(ExitCode.DONE);
  }

  /** What came of a check: errors, failed cases, warnings, and a line of summary. */
  static void print(RulesCheck check, PrintWriter out) {
    Style style = Terminal.style();
    out.print(new Page(style).errors(check.errors()));
    if (check.run() != null) {
      ScenarioText.failures(check.run()).forEach(out::println);
    }
    out.print(new Page(style).warnings(check.warnings()));
    out.println(style.bold(CheckText.summary(check)));
  }

  static int exitCode(RulesCheck check, boolean strict) {
    return switch (check.state()) {
      case RULES_REFUSED -> ExitCode.RULES_REFUSED;
      case SCENARIOS_REFUSED -> ExitCode.INPUT_REFUSED;
      case CASES_FAIL -> ExitCode.CHECK_FAILED;
      case PASSED -> strict && !check.warnings().isEmpty() ? ExitCode.CHECK_FAILED : ExitCode.DONE;
    };
  }
}
