package dev.rolecall.rule;

import dev.rolecall.problem.Place;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.Constant;
import dev.rolecall.vocabulary.EnumType;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.ValueType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The facts that the engine itself brings, described like declared ones so that conditions on them
 * are checked alike.
 */
public final class EngineFacts {

  public static final String KNOWN = "Known";
  public static final String VOICE = "Voice";
  public static final String BALANCE = "Balance";
  public static final String RECOMMENDATION = "Recommendation";

  /** The enum of {@code Voice.state}. */
  public static final EnumType STATE =
      new EnumType(
          "State",
          EnumType.Role.CHOICES,
          List.of(
              new Constant("LEANS", "leans"),
              new Constant("SPLIT", "is split"),
              new Constant("SILENT", "is silent")),
          Place.of(""));

  private static final ValueType COUNT = new ValueType.WholeNumber(0, Integer.MAX_VALUE);
  private static final ValueType YES_NO = new ValueType.YesNo();
  private static final ValueType TEXT = new ValueType.Text(List.of());

  /** From which phase on a fact is there. */
  private static final Map<String, Phase> FROM =
      Map.of(
          KNOWN,
          Phase.FINDINGS,
          VOICE,
          Phase.OUTCOME,
          BALANCE,
          Phase.OUTCOME,
          RECOMMENDATION,
          Phase.ADVICE);

  private static final List<String> NAMES = List.of(KNOWN, VOICE, BALANCE, RECOMMENDATION);

  private EngineFacts() {}

  public static List<String> names() {
    return NAMES;
  }

  /** The first phase in which a fact can be read; declared facts are there from the start. */
  public static Phase readableFrom(FactType fact) {
    return fact.role() == FactType.Role.ENGINE
        ? FROM.getOrDefault(fact.name(), Phase.FINDINGS)
        : Phase.FINDINGS;
  }

  public static List<FactType> of(Vocabulary vocabulary) {
    ValueType outcome = new ValueType.OneOf(vocabulary.outcomes());
    ValueType dimension =
        new ValueType.Text(vocabulary.dimensions().stream().map(FactType::name).toList());
    return List.of(
        fact(KNOWN, List.of("stated", "inferred"), COUNT, COUNT),
        fact(
            VOICE,
            List.of("dimension", "state", "leans"),
            dimension,
            new ValueType.OneOf(STATE),
            outcome),
        fact(
            BALANCE,
            List.of(
                "leader", "margin", "times", "speaking", "split", "leaderVoices", "runnerUpVoices"),
            outcome,
            COUNT,
            COUNT,
            COUNT,
            COUNT,
            COUNT,
            COUNT),
        fact(
            RECOMMENDATION,
            List.of(
                "answer",
                "decidedBy",
                "contested",
                "narrow",
                "inferred",
                "voicesFor",
                "voicesAgainst"),
            outcome,
            TEXT,
            YES_NO,
            YES_NO,
            YES_NO,
            COUNT,
            COUNT));
  }

  private static FactType fact(String name, List<String> attributes, ValueType... types) {
    List<Attribute> described = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      String attribute = attributes.get(i);
      described.add(
          new Attribute(
              name,
              attribute,
              FactType.keyOf(name) + "." + attribute,
              i,
              types[i],
              "",
              Optional.empty(),
              Place.of("")));
    }
    return new FactType(name, FactType.Role.ENGINE, described, Place.of(""));
  }
}
