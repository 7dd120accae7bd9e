package dev.rolecall.explain;

import dev.rolecall.rule.Operator;
import dev.rolecall.rule.Test;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition on the voice of a dimension in words: {@code the voice of Scope is silent or is
 * split}.
 */
final class VoiceWords {

  private VoiceWords() {}

  /**
   * The words, or null where the tests are more than which dimension, which state and which
   * outcome.
   */
  static @Nullable String of(List<Test> tests) {
    Map<String, String> said = new HashMap<>();
    for (Test test : tests) {
      if (test instanceof Test.Comparison comparison && names(comparison)) {
        said.merge(
            comparison.attribute().name(),
            words(comparison),
            (one, other) -> one + " and " + other);
      } else if (!(test instanceof Test.Bound)) {
        return null;
      }
    }
    String voice =
        said.containsKey("dimension") ? "the voice of " + said.get("dimension") : "some voice";
    if (said.containsKey("leans")) {
      return voice + " leans to " + said.get("leans");
    }
    return voice + " " + said.getOrDefault("state", "is there");
  }

  private static boolean names(Test.Comparison comparison) {
    boolean known = comparison.literals().stream().noneMatch(l -> l.value() == null);
    return known
        && (comparison.operator() == Operator.EQUAL || comparison.operator() == Operator.IN);
  }

  /** Dimensions and states without quotes: they are no answers of a person. */
  private static String words(Test.Comparison comparison) {
    List<String> values =
        comparison.literals().stream()
            .map(l -> ConditionWords.print(comparison.attribute(), l))
            .toList();
    String words = ConditionWords.alternatives(values);
    return comparison.attribute().name().equals("leans") ? words : words.replace("\"", "");
  }
}
