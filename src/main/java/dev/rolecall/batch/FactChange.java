package dev.rolecall.batch;

import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.ValueType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known otherwise than before.
 *
 * @param was null where it was not known
 * @param is null where it is not known any more
 */
record FactChange(Attribute attribute, @Nullable Object was, @Nullable Object is) {

  private static final int SHOWN = 60;

  /**
   * Every one between two situations of a vocabulary; what follows from others is left out.
   *
   * @param textsAreGone whether the texts of the earlier one were removed, so that nobody can say
   *     whether they are others
   */
  static List<FactChange> between(Situation before, Situation after, boolean textsAreGone) {
    return after.vocabulary().attributes().stream()
        .filter(a -> !textsAreGone || !(a.type() instanceof ValueType.Text))
        .filter(a -> !isDerived(a, before) && !isDerived(a, after))
        .map(a -> new FactChange(a, before.value(a), after.value(a)))
        .filter(c -> !Objects.equals(c.was, c.is))
        .toList();
  }

  private static boolean isDerived(Attribute attribute, Situation situation) {
    return attribute.derived().isPresent()
        && situation.answer(attribute).filter(a -> a.origin() != Origin.DERIVED).isEmpty();
  }

  /** {@code scope.teams 3 → 5}. */
  String words() {
    return attribute.path() + " " + words(was) + " → " + words(is);
  }

  private String words(@Nullable Object value) {
    if (value == null) {
      return "not known";
    }
    String words = attribute.type().print(value).replaceAll("\\s+", " ");
    return words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words;
  }
}
