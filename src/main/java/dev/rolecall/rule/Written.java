package dev.rolecall.rule;

import java.util.Map;

/**
 * Where the parts of a rule stand in its file.
 *
 * @param whole from {@code rule} to {@code end}
 * @param sentence its name, with the quotes
 * @param values what stands between the parentheses of each {@code @name( … )}
 */
public record Written(Span whole, Span sentence, Map<String, Span> values) {

  public Written {
    values = Map.copyOf(values);
  }
}
