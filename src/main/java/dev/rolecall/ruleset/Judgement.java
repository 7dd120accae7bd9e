package dev.rolecall.ruleset;

import dev.rolecall.decision.Decision;
import dev.rolecall.rule.Rule;
import dev.rolecall.vocabulary.Attribute;
import java.util.BitSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A decision, and what Drools found of each part of each condition on the way to it. */
public final class Judgement {

  private final Ruleset ruleset;
  private final Decision decision;
  private final Deliberation deliberation;
  private final BitSet met;

  Judgement(Ruleset ruleset, Decision decision, Deliberation deliberation, BitSet met) {
    this.ruleset = ruleset;
    this.decision = decision;
    this.deliberation = deliberation;
    this.met = met;
  }

  public Decision decision() {
    return decision;
  }

  /** Whether a rule spoke; one of a later phase does not where the situation is out of scope. */
  public boolean spoke(Rule rule) {
    return ruleset.spoke(deliberation, rule);
  }

  /** The value that an attribute has, of a declared fact or of the engine's; null for a voice. */
  public @Nullable Object value(Attribute attribute) {
    return deliberation.value(attribute);
  }

  public boolean met(Probe probe) {
    return met.get(probe.number());
  }

  public Standing of(Probe probe) {
    if (!deliberation.heard().containsKey(probe.phase())) {
      return Standing.NOT_ASKED;
    }
    return met(probe) ? Standing.MET : isUnknown(probe) ? Standing.UNKNOWN : Standing.UNMET;
  }

  /** Of a part that is not met: whether an answer that is missing could meet it. */
  private boolean isUnknown(Probe probe) {
    Set<Standing> parts = probe.parts().stream().map(this::of).collect(Collectors.toSet());
    return switch (probe.join()) {
      case ONE -> probe.answerable().filter(a -> value(a) == null).isPresent();
      case ALL -> parts.contains(Standing.UNKNOWN) && !parts.contains(Standing.UNMET);
      case ANY, NOT -> parts.contains(Standing.UNKNOWN);
    };
  }
}
