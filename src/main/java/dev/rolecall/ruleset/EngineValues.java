package dev.rolecall.ruleset;

import dev.rolecall.decision.Balance;
import dev.rolecall.decision.Known;
import dev.rolecall.decision.Recommendation;
import dev.rolecall.rule.EngineFacts;
import dev.rolecall.vocabulary.Attribute;
import org.jspecify.annotations.Nullable;

/** The values of the engine's facts, by the attributes that {@link EngineFacts} describes. */
final class EngineValues {

  private EngineValues() {}

  /**
   * The value that a text names; null where there is no outcome.
   *
   * @param said null before the last phase
   */
  static @Nullable Object of(
      Attribute attribute, Known known, Balance balance, @Nullable Recommendation said) {
    return switch (attribute.fact()) {
      case EngineFacts.KNOWN -> of(attribute, known);
      case EngineFacts.BALANCE -> of(attribute, balance);
      case EngineFacts.RECOMMENDATION -> said == null ? null : of(attribute, said);
      default -> throw unknown(attribute);
    };
  }

  private static Object of(Attribute attribute, Known known) {
    return switch (attribute.name()) {
      case "stated" -> known.stated();
      case "inferred" -> known.inferred();
      default -> throw unknown(attribute);
    };
  }

  private static @Nullable Object of(Attribute attribute, Balance balance) {
    return switch (attribute.name()) {
      case "leader" -> balance.leader();
      case "margin" -> balance.margin();
      case "times" -> balance.times();
      case "speaking" -> balance.speaking();
      case "split" -> balance.split();
      case "leaderVoices" -> balance.leaderVoices();
      case "runnerUpVoices" -> balance.runnerUpVoices();
      default -> throw unknown(attribute);
    };
  }

  private static @Nullable Object of(Attribute attribute, Recommendation said) {
    return switch (attribute.name()) {
      case "answer" -> said.answer();
      case "decidedBy" -> said.decidedBy();
      case "contested" -> said.contested();
      case "narrow" -> said.narrow();
      case "inferred" -> said.inferred();
      case "voicesFor" -> said.voicesFor();
      case "voicesAgainst" -> said.voicesAgainst();
      default -> throw unknown(attribute);
    };
  }

  private static IllegalArgumentException unknown(Attribute attribute) {
    return new IllegalArgumentException(attribute.path() + " has no value that a text could name");
  }
}
