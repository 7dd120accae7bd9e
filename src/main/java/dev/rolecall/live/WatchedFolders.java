package dev.rolecall.live;

import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.ruleset.RulesFolder;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.scenario.RulesCheck;
import dev.rolecall.scenario.ScenarioFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
    Result<RulesCheck> check =
        RulesFolder.read(rules, decision)
            .then(
                files ->
                    ScenarioFolder.of(scenarios, decision)
                        .then(cases -> Result.ok(check(files, cases, running))));
    return check instanceof Result.Ok<RulesCheck> ok
        ? ok.value()
        : new RulesCheck(
            decision, null, null, ((Result.Refused<RulesCheck>) check).problems(), List.of());
  }

  private RulesCheck check(RuleFiles files, List<Path> cases, Optional<Ruleset> running) {
    Result<Ruleset> opened =
        running.map(r -> files.openBeside(r, cache)).orElseGet(() -> files.open(cache));
    return RulesCheck.of(files, opened, cases, List.of());
  }

  private Path rulesOfDecision() {
    return rules.resolve(decision);
  }

  private Path scenariosOfDecision() {
    return scenarios.resolve(decision);
  }
}
