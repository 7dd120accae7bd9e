package dev.rolecall.ruleset;

import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Known;
import dev.rolecall.decision.Outcome;
import dev.rolecall.decision.Recommendation;
import dev.rolecall.decision.Tally;
import dev.rolecall.rule.Phase;
import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Drools alone: the compiled rules in a pooled session that hears which of them speak, with the
 * facts of all phases at hand. Nothing is counted, filled in or explained. For the benchmark only.
 */
public final class BareDrools {

  private final Engine engine;

  private BareDrools(Engine engine) {
    this.engine = engine;
  }

  /** What a decision put to Drools, phase by phase. */
  public record Asked(Situation situation, List<List<?>> phases) {}

  /** Compiles the rules of a ruleset once more, for sessions of its own. */
  public static BareDrools of(Ruleset ruleset) {
    Compiled compiled = Compiler.compile(Printer.print(ruleset.rulebook()), "bench");
    return new BareDrools(Engine.of(LoadedRules.of(compiled), ruleset.vocabulary()));
  }

  public static Asked asked(Decision decision) {
    Situation situation = decision.situation();
    List<List<?>> phases = new ArrayList<>();
    phases.add(
        List.of(new Known(situation.count(Origin.STATED), situation.count(Origin.INFERRED))));
    if (decision.outcome().kind() != Outcome.Kind.OUT_OF_SCOPE) {
      List<Object> counted = new ArrayList<>(decision.voices());
      counted.add(decision.balance());
      phases.add(counted);
      phases.add(List.of(recommendation(decision)));
    }
    return new Asked(situation, phases);
  }

  private static Recommendation recommendation(Decision decision) {
    Outcome outcome = decision.outcome();
    String with = outcome.voicesOf();
    return new Recommendation(
        outcome.answer(),
        outcome.decidedBy(),
        outcome.contested(),
        outcome.narrow(),
        outcome.inferred(),
        with == null ? 0 : Tally.leaningTo(decision.voices(), with).size(),
        with == null ? 0 : Tally.leaningElsewhere(decision.voices(), with).size());
  }

  /** The positions of the rules that speak. */
  public BitSet decide(Asked asked) {
    BitSet spoke = new BitSet();
    try (Engine.Session session = engine.open(asked.situation())) {
      for (int i = 0; i < asked.phases().size(); i++) {
        spoke.or(session.fire(Phase.values()[i], asked.phases().get(i)));
      }
    }
    return spoke;
  }
}
