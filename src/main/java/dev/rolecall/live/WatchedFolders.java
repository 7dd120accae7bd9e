package dev.rolecall.live;

import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.ruleset.RulesFolder;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.scenario.RulesCheck;
import dev.rolecall.scenario.ScenarioFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of one decision are.
 *
 * @param rules the folder with a folder for each decision
 * @param scenarios the same for scenarios; a decision need not have any
 * @param cache folder of the compiled classes
 */
public record WatchedFolders(Path rules, Path scenarios, String decision, Path cache) {

  /** As a person knows them: {@code rules/hiring and scenarios/hiring}. */
  public String shown() {
    return (rulesOfDecision() + " and " + scenariosOfDecision()).replace('\\', '/');
  }

  Stamps look() {
    return Stamps.of(rulesOfDecision(), RuleFiles::counts)
        .and(Stamps.of(scenariosOfDecision(), ScenarioFolder::isScenario));
  }

  /** Checks what is there now, beside the rules that run. */
  RulesCheck check(Optional<Ruleset> running) {
    Result<Ruleset> opened = running.map(this::openBeside).orElseGet(this::open);
    if (opened instanceof Result.Refused<Ruleset> refused) {
      return refused(null, refused.problems());
    }
    Ruleset ruleset = ((Result.Ok<Ruleset>) opened).value();
    Result<List<Path>> files = ScenarioFolder.of(scenarios, decision);
    return files instanceof Result.Ok<List<Path>> ok
        ? RulesCheck.of(ruleset, ok.value(), List.of())
        : refused(ruleset, ((Result.Refused<List<Path>>) files).problems());
  }

  private RulesCheck refused(@Nullable Ruleset ruleset, List<Problem> problems) {
    return new RulesCheck(decision, ruleset, null, problems, List.of());
  }

  private Result<Ruleset> open() {
    return RulesFolder.open(rules, decision, cache);
  }

  private Result<Ruleset> openBeside(Ruleset running) {
    return RulesFolder.read(rules, decision).then(files -> files.openBeside(running, cache));
  }

  private Path rulesOfDecision() {
    return rules.resolve(decision);
  }

  private Path scenariosOfDecision() {
    return scenarios.resolve(decision);
  }
}
