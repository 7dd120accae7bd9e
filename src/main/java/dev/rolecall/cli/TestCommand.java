package dev.rolecall.cli;

import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.RulesFolder;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.scenario.ScenarioFiles;
import dev.rolecall.scenario.ScenarioFolder;
import dev.rolecall.scenario.ScenarioRun;
import dev.rolecall.scenario.ScenarioText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs scenarios: what must stay true of the rules. */
@Command(
    name = "test",
    description = {
      "Runs the scenarios: shows where a decision is not what a case expects.",
      "Names the rules that no case makes speak or keeps silent.",
      ""
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  rolecall test",
      "  rolecall test --decision NAME",
      "  rolecall test scenarios/NAME/topic.yaml",
      "",
      "Exit codes: 0 all cases pass, 1 a case fails, 3 a scenario file is refused,",
      "4 rules are refused."
    })
final class TestCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "Scenario files, or folders of them"
              + " (default: those of every decision, or of the one named by --decision).")
  private @Nullable List<Path> paths;

  @Mixin private final Folders folders = new Folders();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() {
    folders.decisions(); // ends the command where there are none
    List<String> decisions = RulesFolder.decisions(folders.rules());
    SortedMap<String, List<Path>> files = Refused.unless(chosen(decisions), ExitCode.INPUT_REFUSED);
    List<Ruleset> rulesets = each(files.keySet(), ExitCode.RULES_REFUSED, this::open);
    List<ScenarioRun> runs = each(rulesets, ExitCode.INPUT_REFUSED, rules -> run(rules, files));
    runs.forEach(this::print);
    if (paths == null && folders.named().isEmpty()) {
      decisions.stream().filter(d -> !files.containsKey(d)).forEach(this::printMissing);
    }
    boolean failed = runs.stream().anyMatch(run -> !run.failed().isEmpty());
    return failed ? ExitCode.CHECK_FAILED : ExitCode.DONE;
  }

  private Result<SortedMap<String, List<Path>>> chosen(List<String> decisions) {
    Optional<String> named = folders.named();
    Path scenarios = folders.scenarios();
    if (paths != null) {
      return ScenarioFolder.named(scenarios, paths, named, decisions);
    }
    return named
        .map(
            one ->
                ScenarioFolder.named(scenarios, List.of(scenarios.resolve(one)), named, decisions))
        .orElseGet(() -> ScenarioFolder.all(scenarios, decisions));
  }

  private Result<Ruleset> open(String decision) {
    return RulesFolder.open(folders.rules(), decision, folders.cache());
  }

  private static Result<ScenarioRun> run(Ruleset ruleset, Map<String, List<Path>> files) {
    List<Path> own = files.getOrDefault(ruleset.vocabulary().decision(), List.of());
    return ScenarioFiles.read(ruleset, own).then(read -> Result.ok(ScenarioRun.of(ruleset, read)));
  }

  /** What comes of each, or the end of the command with the problems of all. */
  private static <S, T> List<T> each(Collection<S> all, int exitCode, Function<S, Result<T>> step) {
    List<T> came = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (S one : all) {
      Result<T> result = step.apply(one);
      if (result instanceof Result.Ok<T> ok) {
        came.add(ok.value());
      } else if (result instanceof Result.Refused<T> refused) {
        problems.addAll(refused.problems());
      }
    }
    return Refused.unless(Result.of(came, problems), exitCode);
  }

  private void print(ScenarioRun run) {
    PrintWriter out = spec.commandLine().getOut();
    ScenarioText.failures(run).forEach(out::println);
    if (paths == null) {
      ScenarioText.uncovered(run).forEach(out::println);
    }
    out.println(paths == null ? ScenarioText.summaryWithCoverage(run) : ScenarioText.summary(run));
  }

  private void printMissing(String decision) {
    spec.commandLine().getOut().println(decision + ": no scenarios");
  }
}
