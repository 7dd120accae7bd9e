package dev.rolecall.cue;

import dev.rolecall.vocabulary.Attribute;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Cues for different values of one attribute: it stays unknown.
 *
 * @param sides each value with what was read for it, at least two
 */
public record Conflict(Attribute attribute, List<Inferred> sides) {
  public Conflict {
    sides = List.copyOf(sides);
  }

  /** In one line, for people. */
  @Override
  public String toString() {
    return attribute.path()
        + " stays unknown, the description speaks both ways: "
        + sides.stream()
            .map(s -> attribute.type().print(s.value()) + " (\"" + s.quote() + "\")")
            .collect(Collectors.joining(" and "));
  }
}
