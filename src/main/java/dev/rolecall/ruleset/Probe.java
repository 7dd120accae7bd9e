package dev.rolecall.ruleset;

import dev.rolecall.rule.Condition;
import dev.rolecall.rule.EngineFacts;
import dev.rolecall.rule.Phase;
import dev.rolecall.rule.Test;
import dev.rolecall.vocabulary.Attribute;
import java.util.List;
import java.util.Optional;

/**
 * A part of a rule's condition that Drools judges by itself: one comparison, one fact, or what
 * joins them. A condition on a voice is one part, for it is about one of many facts.
 *
 * @param number equal parts of all rules share one
 * @param phase the first in which everything that it reads is there
 * @param when the part as a condition of its own
 * @param parts what it joins; empty where it is one
 */
public record Probe(int number, Join join, Phase phase, Condition when, List<Probe> parts) {

  /** How the parts come to it. */
  public enum Join {
    /** There are none. */
    ONE,
    /** All have to be met. */
    ALL,
    /** One has to be met. */
    ANY,
    /** The only one must not be met. */
    NOT
  }

  public Probe {
    parts = List.copyOf(parts);
  }

  /** The one attribute that it is about; empty where there are several, or voices. */
  public Optional<Attribute> attribute() {
    boolean ofVoices = when.patterns().anyMatch(p -> p.fact().name().equals(EngineFacts.VOICE));
    List<Attribute> compared =
        when.comparisons().map(Test.Comparison::attribute).distinct().limit(2).toList();
    return compared.size() == 1 && !ofVoices ? Optional.of(compared.get(0)) : Optional.empty();
  }

  /** The one attribute that it is about, where somebody can answer it. */
  public Optional<Attribute> answerable() {
    return attribute().filter(a -> !EngineFacts.names().contains(a.fact()));
  }
}
