package dev.rolecall.ruleset;

import dev.rolecall.problem.Place;
import dev.rolecall.rule.Span;

/**
 * A word, number, text or sign of a rule file.
 *
 * @param text as it stands in the file; a {@link Kind#TEXT} without its quotes and with its escapes
 *     resolved
 */
record Token(Kind kind, String text, Span span) {

  /** Behind the message where a text seems to end too early. */
  static final String QUOTE_INSIDE = "; inside a text a quote is written `\\\"`";

  enum Kind {
    WORD,
    NUMBER,
    TEXT,
    SIGN
  }

  Place at() {
    return span.at();
  }

  boolean is(String wordOrSign) {
    return kind != Kind.TEXT && text.equals(wordOrSign);
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  /** As a message shows it. */
  String shown() {
    return kind == Kind.TEXT ? "`\"" + text + "\"`" : "`" + text + "`";
  }
}
