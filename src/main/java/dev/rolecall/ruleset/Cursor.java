package dev.rolecall.ruleset;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.rule.Span;
import java.util.List;
import java.util.Optional;

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

  Optional<Token> peek() {
    return next < tokens.size() ? Optional.of(tokens.get(next)) : Optional.empty();
  }

  boolean sees(String wordOrSign) {
    return peek().filter(t -> t.is(wordOrSign)).isPresent();
  }

  boolean seesNext(String wordOrSign) {
    return next + 1 < tokens.size() && tokens.get(next + 1).is(wordOrSign);
  }

  boolean done() {
    return next >= tokens.size();
  }

  boolean skip(String wordOrSign) {
    boolean there = sees(wordOrSign);
    next += there ? 1 : 0;
    return there;
  }

  Token take(String expected) throws Unexpected {
    Token token =
        peek().orElseThrow(() -> new Unexpected(end, "it ends here; expected " + expected));
    next++;
    return token;
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
      throw unexpected(token, "`" + wordOrSign + "`");
    }
  }

  static Unexpected unexpected(Token found, String expected) {
    return new Unexpected(found.at(), "found " + found.shown() + "; expected " + expected);
  }

  /** From the given token to the last one taken. */
  Span since(Token first) {
    return new Span(first.at(), first.span().start(), tokens.get(next - 1).span().end());
  }
}
