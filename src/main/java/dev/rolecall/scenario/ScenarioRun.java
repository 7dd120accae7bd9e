package dev.rolecall.scenario;

import dev.rolecall.ruleset.Ruleset;
import java.util.List;

/**
 * The scenarios of one decision, run.
 *
 * @param decision its name
 * @param files how many files the cases came from
 * @param cases in the order of the files and their place in them
 */
public record ScenarioRun(String decision, int files, List<Tried> cases, Coverage coverage) {

  public static ScenarioRun of(Ruleset ruleset, List<ScenarioFile> files) {
    List<Tried> cases =
        files.stream().flatMap(f -> f.cases().stream()).map(c -> run(ruleset, c)).toList();
    return new ScenarioRun(
        ruleset.vocabulary().decision(), files.size(), cases, Coverage.of(ruleset, cases));
  }

  public static Tried run(Ruleset ruleset, Case one) {
    return Comparison.of(one, ruleset.decide(one.situation()));
  }

  public List<Tried> failed() {
    return cases.stream().filter(c -> !c.passes()).toList();
  }
}
