package dev.rolecall.situation;

import java.text.Normalizer;
import java.util.Locale;

/** Texts and names with what people write differently taken away. */
public final class Words {

  private Words() {}

  /**
   * Lower case without accents and punctuation, single spaces between: {@code "Sr.
   * Project-Manager"} is {@code "sr project manager"}.
   */
  public static String plain(String text) {
    String letters = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder plain = new StringBuilder(letters.length());
    for (int i = 0; i < letters.length(); ) {
      int c = letters.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetterOrDigit(c)) {
        plain.appendCodePoint(Character.toLowerCase(c));
      } else if (Character.getType(c) != Character.NON_SPACING_MARK
          && plain.length() > 0
          && plain.charAt(plain.length() - 1) != ' ') {
        plain.append(' ');
      }
    }
    return plain.toString().strip();
  }

  /**
   * A name without case, spaces and signs: {@code "Scope . Teams"} and {@code scope.teams} are the
   * same.
   */
  public static String key(String name) {
    return plain(name).replace(" ", "").toLowerCase(Locale.ROOT);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }
}
