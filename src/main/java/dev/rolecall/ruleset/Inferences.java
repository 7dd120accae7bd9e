package dev.rolecall.ruleset;

import dev.rolecall.decision.Finding;
import dev.rolecall.rule.EngineFacts;
import dev.rolecall.rule.Rule;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a situation was read out of a description, and which rules rest on it. */
record Inferences(Ruleset ruleset, Situation situation) {

  private static final Set<String> COUNTED = Set.of(EngineFacts.VOICE, EngineFacts.BALANCE);

  /**
   * Whether a deciding rule read an inferred value itself, or counted voices that did.
   *
   * @param voicesOf the outcome whose voices stand for the answer
   */
  boolean carry(Rule deciding, @Nullable String voicesOf, List<Finding> findings) {
    return areReadBy(deciding.id()) || (countsVoices(deciding) && spokeFor(voicesOf, findings));
  }

  private static boolean countsVoices(Rule rule) {
    return rule.when().wanted().anyMatch(p -> COUNTED.contains(p.fact().name()));
  }

  private boolean spokeFor(@Nullable String outcome, List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.leans().equals(outcome) && areReadBy(finding.rule())) {
        return true;
      }
    }
    return false;
  }

  private boolean areReadBy(String rule) {
    for (Attribute attribute : ruleset.readBy(rule)) {
      if (isInferred(attribute)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a value was read out of a description, or follows from one that was. */
  private boolean isInferred(Attribute attribute) {
    Origin origin = situation.answer(attribute).map(Answer::origin).orElse(Origin.STATED);
    return origin == Origin.INFERRED
        || (origin == Origin.DERIVED
            && attribute
                .derived()
                .flatMap(d -> situation.vocabulary().attribute(d.from()))
                .filter(this::isInferred)
                .isPresent());
  }
}
