package dev.rolecall.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How text looks on a terminal.
 *
 * @param color whether it may hold ANSI escapes
 * @param width columns of the terminal; at least 40 are used
 */
public record Style(boolean color, int width) {

  private static final Pattern STEERING =
      Pattern.compile("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]+");

  public Style {
    width = Math.max(40, width);
  }

  public String bold(String text) {
    return color ? "\u001B[1m" + text + "\u001B[0m" : text;
  }

  public String faint(String text) {
    return color ? "\u001B[2m" + text + "\u001B[0m" : text;
  }

  public String alarming(String text) {
    return color ? "\u001B[1;33m" + text + "\u001B[0m" : text;
  }

  public String wrong(String text) {
    return color ? "\u001B[1;31m" + text + "\u001B[0m" : text;
  }

  /** What comes from a file, without characters that steer a terminal. */
  public static String clean(String text) {
    return STEERING.matcher(text).replaceAll(" ");
  }

  /** Lines of at most so many columns, broken between words; a longer word stands alone. */
  static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split(" +")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > columns) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
