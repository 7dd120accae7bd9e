package dev.rolecall.cue;

import java.util.Comparator;
import java.util.List;

/**
 * The sentences behind an inferred value as a reader sees them: their own words, of a very long
 * sentence only those around the cue.
 */
final class Quote {

  /** A sentence up to this length is quoted as a whole. */
  private static final int LONG = 300;

  /** Of a longer one, so much before and behind the cue. */
  private static final int AROUND = 110;

  /** Words are not cut, up to this length. */
  private static final int WORD = 30;

  private Quote() {}

  static String of(CharSequence description, List<Evidence> evidence) {
    StringBuilder quote = new StringBuilder();
    int last = -1;
    for (Evidence one : inOrder(evidence)) {
      if (one.order() != last) {
        quote.append(quote.isEmpty() ? "" : " \u2026 ").append(sentence(description, one));
        last = one.order();
      }
    }
    return quote.toString();
  }

  private static List<Evidence> inOrder(List<Evidence> evidence) {
    return evidence.stream()
        .sorted(Comparator.comparingInt(Evidence::order).thenComparingInt(Evidence::from))
        .toList();
  }

  private static String sentence(CharSequence description, Evidence one) {
    int from = one.sentence().from();
    int to = one.sentence().to();
    if (to - from <= LONG) {
      return plain(description.subSequence(from, to));
    }
    int first = Math.max(from, one.from() - AROUND);
    int behind = Math.min(to, Math.min(one.to(), one.from() + LONG) + AROUND);
    int whole = Math.min(first + WORD, one.from());
    while (first > from && first < whole && isWithinWord(description, first)) {
      first++;
    }
    whole = Math.max(behind - WORD, one.from() + 1);
    while (behind < to && behind > whole && isWithinWord(description, behind)) {
      behind--;
    }
    return (first > from ? "\u2026 " : "")
        + plain(description.subSequence(first, behind))
        + (behind < to ? " \u2026" : "");
  }

  private static boolean isWithinWord(CharSequence description, int at) {
    return !isSpace(description.charAt(at - 1)) && !isSpace(description.charAt(at));
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00A0';
  }

  /** On one line. */
  private static String plain(CharSequence words) {
    return words.toString().replaceAll("[\\s\\u00A0\\u2028\\u2029\\u200B]+", " ").strip();
  }
}
