package dev.rolecall.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Words of a rule, with places for values: "the work spans {teams} teams".
 *
 * @param template as it stands in the rule
 */
public record Text(String template, Span span, List<String> parts) {

  /**
   * @param template literal parts and names of places in turn, the first and the last literal
   */
  public static Text of(String template, Span span) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
      int close = template.indexOf('}', open);
      if (close < 0) {
        break;
      }
      parts.add(template.substring(from, open));
      parts.add(template.substring(open + 1, close));
      from = close + 1;
    }
    parts.add(template.substring(from));
    return new Text(template, span, List.copyOf(parts));
  }

  /** The names of the values that it needs, in order. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (int i = 1; i < parts.size(); i += 2) {
      names.add(parts.get(i));
    }
    return names;
  }

  /** The text with each name replaced by its value. */
  public String fill(UnaryOperator<String> valueOf) {
    if (parts.size() == 1) {
      return template;
    }
    StringBuilder filled = new StringBuilder(template.length() + 32);
    for (int i = 0; i < parts.size(); i++) {
      filled.append(i % 2 == 0 ? parts.get(i) : valueOf.apply(parts.get(i)));
    }
    return filled.toString();
  }
}
