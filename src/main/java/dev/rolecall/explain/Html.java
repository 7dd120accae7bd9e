package dev.rolecall.explain;

/** HTML that is put together from parts: what is markup, and what is text of somebody else. */
final class Html {

  /** Steer the direction of text, so that what is read is not what is there. */
  private static final String STEERING =
      "\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

  private static final int REPLACEMENT = 0xFFFD;

  private Html() {}

  /** The beginning of a file, which may load and run nothing. */
  static void head(StringBuilder html, String title, String description, String css) {
    html.append(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="%s">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="description" content="%s">
        <title>%s</title>
        <style>%s</style>
        </head>
        """
            .formatted(text(OnePageStyle.policy(css)), text(description), text(title), css));
  }

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
