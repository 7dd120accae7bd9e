package dev.rolecall.explain;

import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Outcome;
import dev.rolecall.decision.WithoutInferred;
import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was read out of a description, in words: apart from what somebody stated. */
public final class InferredAnswers {

  static final String TITLE = "Inferred from the description: check it";

  /** Characters of a quote; the answers themselves hold all of it. */
  private static final int LONGEST_QUOTE = 140;

  private InferredAnswers() {}

  /** Each with its question and its quote. */
  public static List<String> of(Situation situation) {
    List<String> all = new ArrayList<>();
    for (Attribute attribute : situation.vocabulary().attributes()) {
      situation
          .answer(attribute)
          .filter(a -> a.origin() == Origin.INFERRED)
          .map(a -> attribute.type().print(a.value()) + quoted(a.quote()))
          .ifPresent(answer -> all.add(OnePage.asked(attribute) + " " + answer));
    }
    return all;
  }

  private static String quoted(@Nullable String quote) {
    if (quote == null || quote.isEmpty()) {
      return "";
    }
    boolean all = quote.length() <= LONGEST_QUOTE;
    return ", from “" + (all ? quote : quote.substring(0, LONGEST_QUOTE) + "…") + "”";
  }

  /** How the decision would stand without them, a sentence; empty where there are none. */
  static String without(Decision decision) {
    WithoutInferred without = decision.withoutInferred();
    if (without == null) {
      return "";
    }
    int count = of(decision.situation()).size();
    return (count == 1 ? "One answer was" : count + " answers were")
        + " inferred from the description. Without "
        + (count == 1 ? "it: " : "them: ")
        + (without.isAlso(decision.outcome()) ? "the same." : otherwise(decision, without) + ".");
  }

  private static String otherwise(Decision decision, WithoutInferred without) {
    String answer = without.answer();
    return answer != null
        ? decision.situation().vocabulary().outcomes().label(answer) + " (" + answer + ")"
        : without.kind() == Outcome.Kind.OUT_OF_SCOPE ? "out of scope" : without.kind().word();
  }
}
