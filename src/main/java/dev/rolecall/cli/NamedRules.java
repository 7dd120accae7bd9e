package dev.rolecall.cli;

import dev.rolecall.explain.Difference;
import dev.rolecall.problem.Result;
import dev.rolecall.record.RulesAndScenarios;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.ruleset.Ruleset;

/**
 * Rules as a command line names them.
 *
 * @param name as people are told: {@code v3, published}, {@code working folder rules/hiring}
 */
record NamedRules(String name, RulesAndScenarios rules) {

  RuleFiles files() {
    return rules.files();
  }

  /** Ready to answer; or the end of the command. */
  Ruleset open(Folders folders) {
    return folders.open(files());
  }

  /** The name, and the hash in short. */
  String shown() {
    return name + " (" + files().hash().substring(0, 12) + ")";
  }

  /** What differs in later rules, and in their scenarios where both are known. */
  static Result<Difference> difference(RulesAndScenarios before, RulesAndScenarios after) {
    return Difference.of(before.files(), after.files())
        .then(difference -> Result.ok(withScenarios(difference, before, after)));
  }

  private static Difference withScenarios(
      Difference difference, RulesAndScenarios before, RulesAndScenarios after) {
    return before
        .scenarios()
        .flatMap(was -> after.scenarios().map(was::to))
        .map(difference::with)
        .orElse(difference);
  }
}
