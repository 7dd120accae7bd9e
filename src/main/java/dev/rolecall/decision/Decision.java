package dev.rolecall.decision;

import dev.rolecall.situation.Situation;
import java.util.List;

/**
 * An answer with everything that led to it. Holds no id, no time and no version of an engine: the
 * same situation and the same ruleset are the same decision, to the byte.
 *
 * @param name the decision, {@code hiring}
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
    List<Voice> voices,
    Balance balance,
    List<Finding> findings,
    List<Advice> warnings,
    List<Question> questions,
    List<Advice> suggestions,
    String ruleset,
    String meaning) {}
