package dev.rolecall.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a text.
 *
 * @param quoted whether it stood between single quotes, as a line to be copied does; the quotes are
 *     no part of it
 */
public record Passage(String text, boolean quoted) {

  /** Several words between quotes; an apostrophe inside a word is none. */
  private static final Pattern QUOTED =
      Pattern.compile("(?<=^|\\s)'(\\S.{10,}?\\S)'(?=\\s|\\p{Punct}|$)");

  /** The parts of a text, in order; put together they are the text less its quotes. */
  static List<Passage> of(String text) {
    List<Passage> passages = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(text);
    int from = 0;
    while (quoted.find()) {
      add(passages, text.substring(from, quoted.start()), false);
      add(passages, quoted.group(1), true);
      from = quoted.end();
    }
    add(passages, text.substring(from), false);
    return List.copyOf(passages);
  }

  private static void add(List<Passage> passages, String text, boolean quoted) {
    if (!text.isBlank()) {
      passages.add(new Passage(text.strip(), quoted));
    }
  }
}
