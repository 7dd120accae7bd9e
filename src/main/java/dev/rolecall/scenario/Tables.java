package dev.rolecall.scenario;

import dev.rolecall.cue.Cues;
import dev.rolecall.intake.Understanding;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/** The tables of a rules folder that inputs are read by, and not rules: columns and cues. */
final class Tables {

  private Tables() {}

  /** What is wrong with them, as far as it can be told without the rules. */
  static List<Problem> problems(RuleFiles files) {
    return files.vocabulary() instanceof Result.Ok<Vocabulary> ok
        ? problems(files, new Rulebook(ok.value(), List.of()))
        : List.of();
  }

  static List<Problem> problems(RuleFiles files, Rulebook rulebook) {
    List<Problem> problems = new ArrayList<>(Understanding.problems(files, rulebook.vocabulary()));
    if (Cues.of(files, rulebook) instanceof Result.Refused<Cues> refused) {
      problems.addAll(refused.problems());
    }
    return problems;
  }
}
