package dev.rolecall.space;

import dev.rolecall.vocabulary.Attribute;
import java.util.List;

/**
 * An attribute and one value of each of its equivalence classes: every constant, yes and no, each
 * threshold with the value just below and just above it. Unknown is a class too, and not among
 * them.
 *
 * @param values ascending, or in the order of the vocabulary
 */
public record Axis(Attribute attribute, List<Object> values) {

  public Axis {
    values = List.copyOf(values);
  }
}
