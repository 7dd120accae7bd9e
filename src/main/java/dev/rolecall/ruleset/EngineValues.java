package dev.rolecall.ruleset;

import dev.rolecall.decision.Balance;
import dev.rolecall.decision.Finding;
import dev.rolecall.decision.Known;
import dev.rolecall.decision.Outcome;
import dev.rolecall.decision.Recommendation;
import dev.rolecall.decision.Tally;
import dev.rolecall.decision.Voice;
import dev.rolecall.rule.EngineFacts;
import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The engine's facts in one case, as far as it has come, by the attributes that {@link EngineFacts}
 * describes.
 */
final class EngineValues {

  private static final Balance OF_NONE = Balance.of(List.of());

  private final Known known;
  private List<Voice> voices = List.of();
  private Balance balance = OF_NONE;

  /** Null before the last phase. */
  private @Nullable Recommendation recommendation;

  /** The outcome whose voices stand for the answer. */
  private @Nullable String standsWith;

  EngineValues(Situation situation) {
    this.known = new Known(situation.count(Origin.STATED), situation.count(Origin.INFERRED));
  }

  Known known() {
    return known;
  }

  List<Voice> voices() {
    return voices;
  }

  Balance balance() {
    return balance;
  }

  /** The facts that follow from what was found. */
  List<?> count(List<String> dimensions, List<Finding> findings) {
    voices = Tally.voices(dimensions, findings);
    balance = Balance.of(voices);
    List<Object> counted = new ArrayList<>(voices);
    counted.add(balance);
    return counted;
  }

  Recommendation recommend(Outcome outcome) {
    standsWith = outcome.voicesOf();
    recommendation =
        new Recommendation(
            outcome.answer(),
            outcome.decidedBy(),
            outcome.contested(),
            outcome.narrow(),
            outcome.inferred(),
            dimensionsFor().size(),
            dimensionsAgainst().size());
    return recommendation;
  }

  /** Those that lean to the answer. */
  List<String> dimensionsFor() {
    return standsWith == null ? List.of() : Tally.leaningTo(voices, standsWith);
  }

  /** Those that lean, but elsewhere; none where there is no answer. */
  List<String> dimensionsAgainst() {
    return standsWith == null ? List.of() : Tally.leaningElsewhere(voices, standsWith);
  }

  /**
   * The value that an attribute has, of a declared fact or of one of the engine's but Voice; null
   * where it is unknown, and of a recommendation where there is none yet.
   */
  @Nullable Object value(Attribute attribute, Situation situation) {
    return switch (attribute.fact()) {
      case EngineFacts.KNOWN -> of(attribute, known);
      case EngineFacts.BALANCE -> of(attribute, balance);
      case EngineFacts.RECOMMENDATION ->
          recommendation == null ? null : of(attribute, recommendation);
      case EngineFacts.VOICE -> throw unknown(attribute);
      default -> situation.value(attribute);
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
