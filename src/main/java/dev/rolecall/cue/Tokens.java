package dev.rolecall.cue;

import java.util.Arrays;

/**
 * The words of one sentence after the other, in arrays that are used again. A word is letters and
 * digits; {@code cross-functional} is two, {@code don't} is one, {@code team's} is {@code team}.
 */
final class Tokens {

  /** What stands before a word. */
  static final byte BLANK = 0;

  static final byte COMMA = 1;

  /** Behind it, something else is said: a semicolon, a colon, a dash, a bracket. */
  static final byte BREAK = 2;

  private int[] from = new int[64];
  private int[] to = new int[64];
  private byte[] before = new byte[64];
  private int count;
  private CharSequence text = "";

  void read(CharSequence description, int first, int behind) {
    text = description;
    count = 0;
    byte gap = BLANK;
    int i = first;
    while (i < behind) {
      char c = description.charAt(i);
      if (Letter.isWord(c)) {
        int end = wordEnd(i, behind);
        add(i, withoutPossessive(i, end), gap);
        gap = BLANK;
        i = end;
      } else if (c == '&') {
        add(i, i + 1, gap);
        gap = BLANK;
        i++;
      } else {
        gap = (byte) Math.max(gap, gapOf(c, i, first, behind));
        i++;
      }
    }
  }

  private int wordEnd(int from, int behind) {
    int i = from;
    while (i < behind) {
      char c = text.charAt(i);
      boolean inside =
          i + 1 < behind
              && Letter.isWord(text.charAt(i + 1))
              && (Letter.isApostrophe(c)
                  || (c == '.' || c == ',')
                      && Letter.isDigit(text.charAt(i - 1))
                      && Letter.isDigit(text.charAt(i + 1)));
      if (!Letter.isWord(c) && !inside && Character.getType(c) != Character.NON_SPACING_MARK) {
        break;
      }
      i++;
    }
    return i;
  }

  private int withoutPossessive(int from, int end) {
    boolean possessive =
        end - from > 2
            && Letter.isApostrophe(text.charAt(end - 2))
            && Letter.plain(text.charAt(end - 1)) == 's';
    return possessive ? end - 2 : end;
  }

  private byte gapOf(char c, int at, int first, int behind) {
    return switch (c) {
      case ',' -> COMMA;
      case ';', ':', '(', ')', '[', ']', '!', '?', '|', '\u2014' -> BREAK;
      case '-', '\u2013', '.' ->
          at > first
                  && at + 1 < behind
                  && !Letter.isWord(text.charAt(at - 1))
                  && !Letter.isWord(text.charAt(at + 1))
              ? BREAK
              : BLANK;
      default -> BLANK;
    };
  }

  private void add(int start, int end, byte gap) {
    if (count == from.length) {
      from = Arrays.copyOf(from, 2 * count);
      to = Arrays.copyOf(to, 2 * count);
      before = Arrays.copyOf(before, 2 * count);
    }
    from[count] = start;
    to[count] = end;
    before[count] = count == 0 ? BREAK : gap;
    count++;
  }

  int count() {
    return count;
  }

  int from(int token) {
    return from[token];
  }

  int to(int token) {
    return to[token];
  }

  /** What stands before a word; a {@link #BREAK} before the first. */
  byte before(int token) {
    return before[token];
  }

  CharSequence text() {
    return text;
  }

  /** The first word that ends behind a place; the count where none does. */
  int around(int place) {
    int i = Arrays.binarySearch(to, 0, count, place);
    return i >= 0 ? i + 1 : -i - 1;
  }

  /** The last word that begins before a place, or -1. */
  int lastBefore(int place) {
    int i = Arrays.binarySearch(from, 0, count, place);
    return i >= 0 ? i - 1 : -i - 2;
  }
}
