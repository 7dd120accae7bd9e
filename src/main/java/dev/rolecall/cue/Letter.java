package dev.rolecall.cue;

import java.text.Normalizer;

/** Characters with what people write differently taken away: case and accents. */
final class Letter {

  /** As far as the letters of Latin scripts with accents go. */
  private static final char[] LATIN = new char[0x250];

  static {
    for (char c = 0; c < LATIN.length; c++) {
      String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
      LATIN[c] = Character.toLowerCase(Character.isLetterOrDigit(c) ? plain.charAt(0) : c);
    }
  }

  private Letter() {}

  static char plain(char c) {
    return c < LATIN.length ? LATIN[c] : Character.toLowerCase(c);
  }

  /** Whether a character is part of a word. */
  static boolean isWord(char c) {
    return c < 128
        ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c)
        : Character.isLetterOrDigit(c);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Marks that are written inside of a word: {@code don't}. */
  static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019' || c == '\u02BC';
  }

  static String plain(CharSequence words) {
    StringBuilder plain = new StringBuilder(words.length());
    words.chars().forEach(c -> plain.append(plain((char) c)));
    return plain.toString();
  }
}
