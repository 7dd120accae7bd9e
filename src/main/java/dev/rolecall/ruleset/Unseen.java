package dev.rolecall.ruleset;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import java.util.List;

/**
 * Characters that nobody sees and that make an editor show something else than stands there: other
 * ends of lines, signs that turn the direction of writing (CVE-2021-42574), control characters.
 */
final class Unseen {

  /** Scripts and emoji need these to join letters, or to keep a full stop on its side. */
  private static final String NEEDED = "\u200C\u200D\u200E\u200F\u061C";

  private Unseen() {}

  static boolean is(char c) {
    if (c >= ' ' && c <= '~') {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c != '\t' && c != '\r' && c != '\n';
      case Character.FORMAT -> NEEDED.indexOf(c) < 0;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> false;
    };
  }

  static String message(char c) {
    return "%s is not allowed: nobody sees it, and it can make the line look like another one"
        .formatted(printable(c));
  }

  /** A character as a message can show it. */
  static String printable(char c) {
    return Character.isISOControl(c) || is(c) || Character.isSurrogate(c)
        ? String.format("U+%04X", (int) c)
        : "`" + c + "`";
  }

  /** Adds those of a table, which has no tokens. */
  static void inTable(String file, String text, List<Problem> problems) {
    char[] characters = text.toCharArray();
    int line = 1;
    for (int i = 0; i < characters.length; i++) {
      line += Lexer.endsLine(characters, i) ? 1 : 0;
      if (is(characters[i])) {
        problems.add(new Problem(Place.of(file, line, 0), message(characters[i])));
        return;
      }
    }
  }
}
