package dev.rolecall.ruleset;

import dev.rolecall.rule.Phase;
import dev.rolecall.situation.Situation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rules speak of one situation, phase by phase: out of the memory, or asked of Drools and
 * then kept there.
 */
final class Hearing implements AutoCloseable {

  private final Engine engine;
  private final @Nullable Memory memory;
  private final Situation situation;
  private final List<Object> facts = new ArrayList<>();
  private final List<List<?>> phases = new ArrayList<>();
  private Engine.@Nullable Session session;
  private int asked;

  /**
   * @param memory null where Drools is to be asked each time
   */
  Hearing(Engine engine, @Nullable Memory memory, Situation situation) {
    this.engine = engine;
    this.memory = memory;
    this.situation = situation;
  }

  /**
   * The positions of the rules that speak in the next phase, once these facts have joined the
   * earlier ones.
   */
  BitSet next(Phase phase, List<?> joining) {
    facts.addAll(joining);
    phases.add(joining);
    BitSet recalled = memory == null ? null : memory.recall(phase, situation, facts);
    if (recalled != null) {
      return recalled;
    }
    BitSet spoke = ask(phase);
    if (memory != null) {
      memory.keep(phase, situation, facts, spoke);
    }
    return spoke;
  }

  /** Drools goes through the earlier phases too, where these were recalled. */
  private BitSet ask(Phase phase) {
    if (session == null) {
      session = engine.open(situation);
    }
    BitSet spoke = new BitSet();
    while (asked < phase.number()) {
      spoke = session.fire(Phase.values()[asked], phases.get(asked));
      asked++;
    }
    return spoke;
  }

  @Override
  public void close() {
    if (session != null) {
      session.close();
    }
  }
}
