package dev.rolecall.cue;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many a sentence says: {@code 5}, {@code five}, {@code 3-5}, {@code 12+}, {@code at least 3},
 * {@code up to 4}.
 *
 * @param least null where nothing is said of it
 * @param most null where nothing is said of it
 */
record Quantity(@Nullable Integer least, @Nullable Integer most) {

  /** The word for each number; those of which there is none are written in digits. */
  static final List<String> WORDS =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  private static final int MOST_DIGITS = 9;

  /** After these, a number counts nothing. */
  private static final Set<String> NAMED =
      Set.of("phase", "level", "tier", "stage", "version", "class", "type", "grade", "top", "week");

  /** Whether a word of a sentence is a whole number. */
  static boolean isNumber(Tokens tokens, int token) {
    CharSequence text = tokens.text();
    int from = tokens.from(token);
    int to = tokens.to(token);
    boolean money = from > 0 && "$\u20AC\u00A3".indexOf(text.charAt(from - 1)) >= 0;
    boolean share = to < text.length() && text.charAt(to) == '%';
    return !money && !share && value(tokens, token) >= 0;
  }

  /** Whether a word of a sentence is a whole number written in digits. */
  static boolean isDigits(Tokens tokens, int token) {
    return Letter.isDigit(tokens.text().charAt(tokens.from(token))) && isNumber(tokens, token);
  }

  /** What is said of the number at a word that {@link #isNumber}; null where it counts nothing. */
  static @Nullable Quantity at(Tokens tokens, int token) {
    int number = value(tokens, token);
    int lower = lowerEnd(tokens, token);
    int first = lower < 0 ? token : lower;
    String before = word(tokens, first - 1);
    if (NAMED.contains(before)) {
      return null;
    }
    if (lower >= 0) {
      int least = value(tokens, lower);
      return least < number ? new Quantity(least, number) : null;
    }
    if (isOpen(tokens, token)) {
      return new Quantity(number, null);
    }
    String two = word(tokens, first - 2) + " " + before;
    if (two.endsWith("or fewer") || isFewer(tokens, token)) {
      return new Quantity(null, number);
    }
    return switch (two) {
      case "at least", "minimum of", "upwards of" -> new Quantity(number, null);
      case "up to", "at most", "maximum of" -> new Quantity(null, number);
      default -> compared(tokens, first, two, before, number);
    };
  }

  private static @Nullable Quantity compared(
      Tokens tokens, int first, String two, String before, int number) {
    boolean denied = word(tokens, first - 3).matches("no|not");
    return switch (two) {
      case "more than", "greater than" ->
          denied ? new Quantity(null, number) : new Quantity(number + 1, null);
      case "fewer than", "less than" ->
          denied ? new Quantity(number, null) : new Quantity(null, number - 1);
      default ->
          switch (before) {
            case "over", "above", "exceeding" -> new Quantity(number + 1, null);
            case "under", "below" -> new Quantity(null, number - 1);
            case "minimum" -> new Quantity(number, null);
            case "maximum", "max" -> new Quantity(null, number);
            default -> new Quantity(number, number);
          };
    };
  }

  private static boolean isOpen(Tokens tokens, int token) {
    CharSequence text = tokens.text();
    int to = tokens.to(token);
    return to < text.length() && text.charAt(to) == '+'
        || word(tokens, token + 1).equals("plus")
        || word(tokens, token + 1).equals("or") && word(tokens, token + 2).equals("more");
  }

  private static boolean isFewer(Tokens tokens, int token) {
    return word(tokens, token + 1).equals("or") && word(tokens, token + 2).matches("fewer|less");
  }

  /** The word that is the lower end of a range whose upper end is this one, or -1. */
  private static int lowerEnd(Tokens tokens, int token) {
    if (token > 0 && isDash(tokens, token) && isNumber(tokens, token - 1)) {
      return token - 1;
    }
    boolean range =
        token > 1
            && tokens.before(token) == Tokens.BLANK
            && word(tokens, token - 1).matches("to|or|and")
            && isNumber(tokens, token - 2)
            && (!word(tokens, token - 1).equals("and")
                || word(tokens, token - 3).equals("between"));
    return range ? token - 2 : -1;
  }

  private static boolean isDash(Tokens tokens, int token) {
    String between = tokens.text().subSequence(tokens.to(token - 1), tokens.from(token)).toString();
    return between.strip().matches("[-\u2013]");
  }

  private static String word(Tokens tokens, int token) {
    return token < 0 || token >= tokens.count()
        ? ""
        : Letter.plain(tokens.text().subSequence(tokens.from(token), tokens.to(token)));
  }

  /** The number that a word is, or -1. */
  private static int value(Tokens tokens, int token) {
    CharSequence text = tokens.text();
    int from = tokens.from(token);
    int to = tokens.to(token);
    if (!Letter.isDigit(text.charAt(from))) {
      return WORDS.indexOf(word(tokens, token));
    }
    int number = 0;
    int digits = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean separator = c == ',' && (to - i) % 4 == 0;
      if (!Letter.isDigit(c) && !separator || digits == MOST_DIGITS) {
        return -1;
      }
      if (!separator) {
        number = 10 * number + (c - '0');
        digits++;
      }
    }
    return number;
  }
}
