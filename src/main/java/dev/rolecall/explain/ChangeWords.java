package dev.rolecall.explain;

import dev.rolecall.decision.Decision;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.EnumType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a change reads, on a terminal and on a page: the outcome that it leads to, a value, how many
 * answers.
 */
final class ChangeWords {

  private static final List<String> NUMBERS = List.of("no", "one", "two", "three", "four", "five");

  private ChangeWords() {}

  static String label(Decision decision, String outcome) {
    EnumType outcomes = decision.situation().vocabulary().outcomes();
    return outcomes.rank(outcome) < 0 ? outcome : outcomes.label(outcome) + " (" + outcome + ")";
  }

  static String printed(Attribute attribute, @Nullable Object value) {
    return value == null ? "unknown" : attribute.type().print(value);
  }

  static String answers(int number) {
    String word = number < NUMBERS.size() ? NUMBERS.get(number) : String.valueOf(number);
    return word + (number == 1 ? " answer" : " answers");
  }
}
