package dev.rolecall.ruleset;

import dev.rolecall.decision.Decision;
import dev.rolecall.rule.Phase;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.situation.Situation;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Asks Drools about each part of the conditions of a ruleset, with the facts and the phases of the
 * decision itself. From any number of threads.
 */
public final class Probes {

  private final Ruleset ruleset;
  private final ProbeBook book;
  private final Engine engine;
  private final Memory memory;

  Probes(Ruleset ruleset, Function<Rulebook, Engine> compiler) {
    this.ruleset = ruleset;
    this.book = ProbeBook.of(ruleset.rulebook());
    this.engine = compiler.apply(book.rulebook());
    this.memory = new Memory(book.rulebook());
  }

  /** What has to be met, all of it, for a rule to speak. */
  public List<Probe> of(Rule rule) {
    return book.of(rule);
  }

  /** Decides a situation and judges every part of every condition in it. */
  public Judgement judge(Situation situation) {
    Deliberation deliberation = ruleset.deliberate(situation);
    Decision decision = ruleset.hold(deliberation);
    BitSet met = new BitSet();
    try (Hearing hearing = new Hearing(engine, memory, decision.situation())) {
      deliberation.heard().forEach((phase, facts) -> met.or(hearing.next(phase, facts)));
    }
    return new Judgement(ruleset, decision, deliberation, met);
  }

  /** Which parts are met by the facts of a situation, as they stand: those of the engine aside. */
  public Predicate<Probe> judgeFacts(Situation situation) {
    try (Hearing hearing = new Hearing(engine, memory, situation)) {
      BitSet met =
          hearing.next(
              Phase.FINDINGS, List.of(new Deliberation(ruleset, situation, false).known()));
      return probe -> met.get(probe.number());
    }
  }
}
