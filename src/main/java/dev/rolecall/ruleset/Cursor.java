package dev.rolecall.ruleset;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.rule.Span;
import dev.rolecall.vocabulary.EnumType;
import java.util.List;
import java.util.function.Supplier;

/** A walk over tokens; what is not as expected ends it with a {@link Unexpected}. */
final class Cursor {

  /** Ends the reading of one construct; the reader of the whole file goes on with the next. */
  static final class Unexpected extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    Unexpected(Place at, String message) {
      super(message, null, false, false);
      this.problem = new Problem(at, message);
    }

    Problem problem() {
      return problem;
    }
  }

  private final List<Token> tokens;
  private final Place end;
  private int next;

  /**
   * @param end where the text ends, for the message when more was expected
   */
  Cursor(List<Token> tokens, Place end) {
    this.tokens = tokens;
    this.end = end;
  }

  boolean sees(String wordOrSign) {
    return next < tokens.size() && tokens.get(next).is(wordOrSign);
  }

  boolean done() {
    return next >= tokens.size();
  }

  boolean skip(String wordOrSign) {
    boolean there = sees(wordOrSign);
    next += there ? 1 : 0;
    return there;
  }

  /** Goes on behind the next such sign, or to the end. */
  void skipPast(String sign) {
    boolean behind = next > 0 && tokens.get(next - 1).is(sign);
    while (!behind && !done()) {
      behind = skip(sign);
      next += behind ? 0 : 1;
    }
  }

  Token take(String expected) throws Unexpected {
    return take(() -> expected);
  }

  /**
   * @param expected worked out only where a message needs it
   */
  Token take(Supplier<String> expected) throws Unexpected {
    if (done()) {
      throw new Unexpected(end, "it ends here; expected " + expected.get());
    }
    return tokens.get(next++);
  }

  Token takeWord(String expected) throws Unexpected {
    Token token = take(expected);
    if (!token.isWord()) {
      throw unexpected(token, expected);
    }
    return token;
  }

  void expect(String wordOrSign) throws Unexpected {
    Token token = take("`" + wordOrSign + "`");
    if (!token.is(wordOrSign)) {
      boolean inText = next > 1 && tokens.get(next - 2).kind() == Token.Kind.TEXT;
      boolean words = token.kind() != Token.Kind.SIGN;
      throw unexpected(token, "`" + wordOrSign + "`" + (inText && words ? Token.QUOTE_INSIDE : ""));
    }
  }

  static Unexpected unexpected(Token found, String expected) {
    return new Unexpected(found.at(), "found " + found.shown() + "; expected " + expected);
  }

  /**
   * Reads a constant of an enum, {@code Hire.TPM}, whose first word was taken already.
   *
   * @param orElse what else is allowed there, for the message
   */
  String constant(EnumType type, Token first, String orElse) throws Unexpected {
    boolean qualified = first.is(type.name()) && sees(".");
    Token name = first;
    if (first.isWord() && skip(".")) {
      name = take(() -> "a constant of " + type.name());
    }
    if (!qualified || type.rank(name.text()) < 0 || sees(".") || sees("(")) {
      List<String> allowed = type.names().stream().map(n -> type.name() + "." + n).toList();
      boolean bare = name.equals(first);
      String found = bare ? first.shown() : "`" + first.text() + "." + name.text() + "`";
      String meant = bare ? type.name() + "." + first.text() : first.text() + "." + name.text();
      throw new Unexpected(
          first.at(),
          "found "
              + found
              + "; expected one of "
              + Nearest.list(allowed)
              + orElse
              + Nearest.maybe(meant, allowed));
    }
    return name.text();
  }

  /** From the given token to the last one taken. */
  Span since(Token first) {
    return new Span(first.at(), first.span().start(), tokens.get(next - 1).span().end());
  }
}
