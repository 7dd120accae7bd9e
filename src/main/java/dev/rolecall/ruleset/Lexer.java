package dev.rolecall.ruleset;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.rule.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Cuts a rule file into tokens, comments left out. It reads less than Drools does: what it does not
 * know (unicode escapes, single quotes, letters beyond ASCII outside texts and comments) is a
 * problem, so nothing can be read in two ways.
 */
final class Lexer {

  /** A file that is something else altogether is not read to its end. */
  private static final int MOST_PROBLEMS = 100;

  private static final Set<String> LONG_SIGNS = Set.of("==", "!=", "<=", ">=", "&&", "||");

  /** Quotes as word processors and translation programs set them. */
  private static final String CURLY =
      "\u201C\u201D\u201E\u201F\u2018\u2019\u201A\u201B\u00AB\u00BB";

  private static final String SIGNS = "(){}[],;:.@=!<>+-*/%&|?~^";

  private final String file;
  private final char[] text;
  private final List<Problem> problems;
  private final List<Token> tokens = new ArrayList<>();
  private int position;
  private int line = 1;
  private int lineStart;

  private Lexer(String file, String text, List<Problem> problems) {
    this.file = file;
    this.text = text.toCharArray();
    this.problems = problems;
  }

  static List<Token> tokens(String file, String text, List<Problem> problems) {
    Lexer lexer = new Lexer(file, text, problems);
    while (lexer.position < lexer.text.length && problems.size() < MOST_PROBLEMS) {
      lexer.next();
    }
    return lexer.tokens;
  }

  private void next() {
    char c = text[position];
    if (endsLine(text, position)) {
      newLine();
    } else if (c == ' ' || c == '\t' || c == '\r' || (c == '\uFEFF' && position == 0)) {
      position++;
    } else if (c == '/' && sees('/', position + 1)) {
      while (position < text.length && !endsLine(text, position)) {
        read();
      }
    } else if (c == '/' && sees('*', position + 1)) {
      blockComment();
    } else if (c == '"') {
      quoted();
    } else if (isLetter(c)) {
      take(Token.Kind.WORD, p -> isLetter(text[p]) || isDigit(text[p]));
    } else if (isDigit(c)) {
      take(Token.Kind.NUMBER, p -> isLetter(text[p]) || isDigit(text[p]) || isPoint(p));
    } else {
      sign(c);
    }
  }

  private void sign(char c) {
    if (CURLY.indexOf(c) >= 0) {
      curly(c);
      return;
    }
    int start = position;
    int length = LONG_SIGNS.contains(words(start, start + 2)) ? 2 : 1;
    if (SIGNS.indexOf(c) < 0) {
      problem(
          start, Unseen.printable(c) + " has no place in a rule file outside texts and comments");
    } else {
      tokens.add(
          new Token(Token.Kind.SIGN, words(start, start + length), span(start, start + length)));
    }
    position += length;
  }

  private void blockComment() {
    Place opening = span(position, position).at();
    position += 2;
    while (position < text.length && !(sees('*', position) && sees('/', position + 1))) {
      if (endsLine(text, position)) {
        newLine();
      } else {
        read();
      }
    }
    if (position >= text.length) {
      String message = "a comment opens here with `/*` and is never closed with `*/`";
      problems.add(new Problem(opening, message));
    }
    position = Math.min(position + 2, text.length);
  }

  /** Takes a character of a comment or a text. */
  private char read() {
    char c = text[position];
    if (Unseen.is(c)) {
      problem(position, Unseen.message(c));
    }
    position++;
    return c;
  }

  /** Somebody's text, which is passed over up to its other quote: one slip, one problem. */
  private void curly(char quote) {
    int start = position++;
    while (position < text.length
        && !endsLine(text, position)
        && text[position] != '"'
        && CURLY.indexOf(text[position]) < 0) {
      read();
    }
    if (position < text.length && !endsLine(text, position)) {
      position++;
    }
    problem(
        start,
        "`" + quote + "` is no quote of a rule file; maybe straight quotes, `\"`, on both sides");
    tokens.add(new Token(Token.Kind.TEXT, words(start, position), span(start, position)));
  }

  private void quoted() {
    int start = position++;
    StringBuilder value = new StringBuilder();
    while (position < text.length && text[position] != '"' && !endsLine(text, position)) {
      char c = text[position];
      if (c == '\\') {
        char escaped = position + 1 < text.length ? text[position + 1] : ' ';
        if (escaped != '"' && escaped != '\\') {
          problem(
              position,
              (Unseen.is(escaped)
                      ? "`\\` before " + Unseen.printable(escaped)
                      : "`\\" + escaped + "`")
                  + " is not allowed in a text; only `\\\"` and `\\\\` are");
        }
        value.append(escaped);
        position += 2;
      } else {
        value.append(read());
      }
    }
    if (position >= text.length || text[position] != '"') {
      position = Math.min(position, text.length);
      problem(
          start, "a text opens here with `\"` and is not closed on its line" + hint(value, start));
    } else {
      position++;
    }
    tokens.add(new Token(Token.Kind.TEXT, value.toString(), span(start, position)));
  }

  /** What may have been meant by a text that does not end. */
  private String hint(CharSequence value, int start) {
    if (value.chars().anyMatch(c -> CURLY.indexOf(c) >= 0)) {
      return "; maybe close it with a straight quote";
    }
    boolean another =
        tokens.stream().anyMatch(t -> t.kind() == Token.Kind.TEXT && t.span().start() >= lineStart);
    return another && start > lineStart ? Token.QUOTE_INSIDE : "";
  }

  private void take(Token.Kind kind, IntPredicate belongs) {
    int start = position;
    while (position < text.length && belongs.test(position)) {
      position++;
    }
    tokens.add(new Token(kind, words(start, position), span(start, position)));
  }

  /**
   * A point within a number: followed by a digit, and not the first of the two in {@code 1..500}.
   */
  private boolean isPoint(int p) {
    return text[p] == '.' && p + 1 < text.length && isDigit(text[p + 1]);
  }

  private boolean sees(char c, int at) {
    return at < text.length && text[at] == c;
  }

  private String words(int start, int end) {
    return new String(text, start, Math.min(end, text.length) - start);
  }

  /** A line feed, or a carriage return that none follows. */
  static boolean endsLine(char[] text, int i) {
    return text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.length || text[i + 1] != '\n'));
  }

  private void newLine() {
    position++;
    line++;
    lineStart = position;
  }

  private Span span(int start, int end) {
    return new Span(Place.of(file, line, start - lineStart + 1), start, end);
  }

  private void problem(int at, String message) {
    problems.add(new Problem(Place.of(file, line, at - lineStart + 1), message));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
