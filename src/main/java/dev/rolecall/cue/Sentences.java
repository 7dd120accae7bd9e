package dev.rolecall.cue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Parts a description into sentences: at lines, bullets and ends of sentences. A line that goes on
 * in lower case belongs to the one before it, as where a text was wrapped.
 */
final class Sentences {

  private static final String BULLETS = "-*\u2022\u00B7\u25AA\u25E6\u25CF\u25CB\u2023\u2013\u2014>";

  /** Bullets that also stand within a line. */
  private static final String INNER_BULLETS = "*\u2022\u00B7\u25AA\u25CF";

  private static final String CLOSING = "\"')]\u201D\u2019";

  /** What a full stop after it does not end. */
  private static final Set<String> SHORT =
      Set.of(
          "e.g", "i.e", "eg", "ie", "vs", "sr", "jr", "dr", "mr", "mrs", "ms", "no", "approx",
          "incl", "inc", "ltd", "co", "corp", "dept", "st", "u.s", "u.k", "min", "max");

  /**
   * What is longer is no sentence; it is parted somewhere, so that reading takes no square of it.
   */
  private static final int LONGEST = 4_000;

  private static final int LONGEST_HEADING = 7;
  private static final int LONGEST_INTRODUCTION = 12;

  private final CharSequence text;
  private final List<Sentence> sentences = new ArrayList<>();

  private Sentences(CharSequence text) {
    this.text = text;
  }

  static List<Sentence> of(CharSequence description) {
    Sentences parted = new Sentences(description);
    int from = 0;
    while (from < description.length()) {
      int to = parted.endOfLine(from);
      parted.line(from, to);
      from = to + 1;
    }
    return parted.sentences;
  }

  private int endOfLine(int from) {
    for (int i = from; i < text.length(); i++) {
      if (isLineEnd(text.charAt(i)) && !goesOn(i)) {
        return i;
      }
    }
    return text.length();
  }

  /** Whether the next line begins in lower case, and this one stops within a sentence. */
  private boolean goesOn(int lineEnd) {
    int before = lineEnd - 1;
    while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\r')) {
      before--;
    }
    int behind = lineEnd + 1;
    while (behind < text.length() && text.charAt(behind) == ' ') {
      behind++;
    }
    return before >= 0
        && behind < text.length()
        && (Letter.isWord(text.charAt(before)) || text.charAt(before) == ',')
        && Character.isLowerCase(text.charAt(behind))
        && behind + 1 < text.length()
        && text.charAt(behind + 1) != ' ';
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\u2028' || c == '\u2029';
  }

  private void line(int lineFrom, int lineTo) {
    int start = behindBullet(lineFrom, lineTo);
    int first = sentences.size();
    int from = start;
    for (int i = start; i < lineTo; i++) {
      if ((mayEnd(text.charAt(i)) || i - from >= LONGEST) && isEnd(i, from, lineTo)) {
        add(from, i + 1, from == start);
        from = i + 1;
      }
    }
    add(from, lineTo, from == start);
    boolean bullet = start > lineFrom && !text.subSequence(lineFrom, start).toString().isBlank();
    if (sentences.size() == first + 1 && !bullet) {
      Sentence only = sentences.get(first);
      sentences.set(
          first, new Sentence(only.from(), only.to(), true, isHeading(only, lineFrom, lineTo)));
    }
  }

  private int behindBullet(int from, int to) {
    int i = from;
    while (i < to && (isBlank(text.charAt(i)) || BULLETS.indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    return i;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\u00A0' || c == '\u200B';
  }

  private static boolean mayEnd(char c) {
    return c == '.' || c == '!' || c == '?' || c == '*' || c > 127 && INNER_BULLETS.indexOf(c) > 0;
  }

  private boolean isEnd(int i, int from, int to) {
    char c = text.charAt(i);
    if (i - from >= LONGEST) {
      return true;
    }
    if (INNER_BULLETS.indexOf(c) >= 0) {
      return i > from && isBlank(text.charAt(i - 1)) && i + 1 < to && isBlank(text.charAt(i + 1));
    }
    if (c != '.' && c != '!' && c != '?') {
      return false;
    }
    int behind = i + 1;
    while (behind < to && CLOSING.indexOf(text.charAt(behind)) >= 0) {
      behind++;
    }
    if (behind >= to) {
      return false;
    }
    if (!isBlank(text.charAt(behind))) {
      return behind == i + 1 && runsTogether(i, behind, to);
    }
    while (behind < to && isBlank(text.charAt(behind))) {
      behind++;
    }
    return behind < to && !Character.isLowerCase(text.charAt(behind)) && !(c == '.' && isShort(i));
  }

  /** {@code of the project.Unit testing}, where a line end was lost. */
  private boolean runsTogether(int stop, int behind, int to) {
    return stop > 1
        && Character.isLowerCase(text.charAt(stop - 1))
        && Character.isLowerCase(text.charAt(stop - 2))
        && Character.isUpperCase(text.charAt(behind))
        && behind + 2 < to
        && Character.isLowerCase(text.charAt(behind + 1))
        && Character.isLowerCase(text.charAt(behind + 2));
  }

  private boolean isShort(int stop) {
    int from = stop;
    while (from > 0
        && stop - from < 6
        && (Letter.isWord(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
      from--;
    }
    String word = Letter.plain(text.subSequence(from, stop));
    return SHORT.contains(word) || word.length() == 1 && !Letter.isDigit(word.charAt(0));
  }

  private void add(int from, int to, boolean line) {
    int first = from;
    int last = to;
    while (first < last && (isBlank(text.charAt(first)) || isInnerBullet(first))) {
      first++;
    }
    while (last > first && (isBlank(text.charAt(last - 1)) || isInnerBullet(last - 1))) {
      last--;
    }
    if (first < last) {
      sentences.add(new Sentence(first, last, line, false));
    }
  }

  private boolean isInnerBullet(int at) {
    return INNER_BULLETS.indexOf(text.charAt(at)) >= 0;
  }

  /** Few words, no end of a sentence: and a colon, or a blank line or the beginning before it. */
  private boolean isHeading(Sentence line, int lineFrom, int lineTo) {
    char last = text.charAt(line.to() - 1);
    int words = 1;
    for (int i = line.from(); i < line.to(); i++) {
      words += isBlank(text.charAt(i)) ? 1 : 0;
      if (words > LONGEST_INTRODUCTION) {
        return false;
      }
    }
    if (last == ':') {
      return true;
    }
    boolean open = ".!?,;".indexOf(last) < 0;
    return open && words <= LONGEST_HEADING && (standsApart(lineFrom) || leadsTo(lineTo));
  }

  private boolean standsApart(int lineFrom) {
    int i = lineFrom - 2;
    while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\r')) {
      i--;
    }
    return i < 0 || isLineEnd(text.charAt(i));
  }

  /** Whether the next line is a bullet. */
  private boolean leadsTo(int lineTo) {
    int i = lineTo;
    while (i < text.length() && isBlank(text.charAt(i))) {
      i++;
    }
    return i < text.length() && BULLETS.indexOf(text.charAt(i)) >= 0;
  }
}
