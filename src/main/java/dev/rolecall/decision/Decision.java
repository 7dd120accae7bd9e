package dev.rolecall.decision;

import dev.rolecall.situation.Situation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer with everything that led to it. Holds no id, no time and no version of an engine: the
 * same situation and the same ruleset are the same decision, to the byte.
 *
 * @param name the decision, {@code hiring}
 * @param withoutInferred how it would stand without what was inferred; null where nothing was
 * @param voices one for each dimension, in the order of the vocabulary; empty where out of scope
 * @param findings in the order of the vocabulary, then by rule id
 * @param warnings the most important first
 * @param ruleset what the rules folder held, SHA-256
 * @param meaning what its rules mean, SHA-256: words and comments aside
 */
public record Decision(
    String name,
    Situation situation,
    Outcome outcome,
    @Nullable WithoutInferred withoutInferred,
    List<Voice> voices,
    Balance balance,
    List<Finding> findings,
    List<Advice> warnings,
    List<Question> questions,
    List<Advice> suggestions,
    String ruleset,
    String meaning) {

  /** One in which nothing was inferred. */
  public Decision(
      String name,
      Situation situation,
      Outcome outcome,
      List<Voice> voices,
      Balance balance,
      List<Finding> findings,
      List<Advice> warnings,
      List<Question> questions,
      List<Advice> suggestions,
      String ruleset,
      String meaning) {
    this(
        name,
        situation,
        outcome,
        null,
        voices,
        balance,
        findings,
        warnings,
        questions,
        suggestions,
        ruleset,
        meaning);
  }

  /** The same, and how it would stand without what was inferred. */
  public Decision beside(@Nullable WithoutInferred without) {
    return new Decision(
        name,
        situation,
        outcome,
        without,
        voices,
        balance,
        findings,
        warnings,
        questions,
        suggestions,
        ruleset,
        meaning);
  }

  /** The ids of the rules that decided, and of those that lean as it came out. */
  public Set<String> spokeFor() {
    Set<String> rules = new LinkedHashSet<>(outcome.rules());
    for (Finding finding : findings) {
      if (finding.leans().equals(outcome.voicesOf())) {
        rules.add(finding.rule());
      }
    }
    return rules;
  }
}
