package dev.rolecall.explain;

/** HTML that is put together from parts: what is markup, and what is text of somebody else. */
final class Html {

  /** Steer the direction of text, so that what is read is not what is there. */
  private static final String STEERING =
      "\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

  private static final int REPLACEMENT = 0xFFFD;

  private Html() {}

  /**
   * A text that is safe between tags and between the quotes of an attribute. Control characters
   * become spaces, and halves of characters that cannot be written become U+FFFD.
   */
  static String text(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(c, escaped));
    return escaped.toString();
  }

  private static void append(int c, StringBuilder escaped) {
    switch (c) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      default -> escaped.appendCodePoint(plain(c));
    }
  }

  /** The character, or what stands for one that no page may hold. */
  static int plain(int c) {
    if (Character.isISOControl(c) || STEERING.indexOf(c) >= 0 || c == '\u2028' || c == '\u2029') {
      return ' ';
    }
    boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean none = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return half || none ? REPLACEMENT : c;
  }
}
