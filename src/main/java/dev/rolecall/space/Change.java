package dev.rolecall.space;

import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.util.Map;

/**
 * Other values for some attributes of a situation, and the outcome that they lead to.
 *
 * @param values in the order of the vocabulary
 * @param outcome the answer, or {@code inconclusive} or {@code out-of-scope}
 */
public record Change(Map<Attribute, Object> values, String outcome) {

  /** The situation with these values stated in place of its own. */
  public Situation of(Situation situation) {
    Situation.Builder changed = situation.change();
    values.forEach((attribute, value) -> changed.set(attribute, Answer.stated(value)));
    return changed.build();
  }
}
