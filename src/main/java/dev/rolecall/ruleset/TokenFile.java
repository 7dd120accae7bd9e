package dev.rolecall.ruleset;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule file cut into tokens, with what stands where, before Drools' parser has seen any of it.
 *
 * @param name without the folder, {@code scope.drl}
 */
record TokenFile(String name, String text, List<Token> tokens, Outline outline) {

  /** The limits, checked before the parser runs, which some of them would overflow. */
  static final int MAX_NESTING = 32;

  static final int MAX_RULES = 2_000;

  static Optional<TokenFile> read(String name, String text, List<Problem> problems) {
    List<Problem> found = new ArrayList<>();
    List<Token> tokens = Lexer.tokens(name, text, found);
    nesting(tokens, found);
    if (tokens.isEmpty() && found.isEmpty()) {
      found.add(new Problem(Place.of(name), "it is empty; a rule file begins with `package`"));
    }
    problems.addAll(found);
    return found.isEmpty()
        ? Optional.of(new TokenFile(name, text, tokens, Outline.of(text, tokens, problems)))
        : Optional.empty();
  }

  private static void nesting(List<Token> tokens, List<Problem> problems) {
    int depth = 0;
    int rules = 0;
    for (Token token : tokens) {
      depth += token.is("(") || token.is("{") || token.is("[") ? 1 : 0;
      depth -= token.is(")") || token.is("}") || token.is("]") ? 1 : 0;
      rules += token.is("rule") ? 1 : 0;
      if (depth > MAX_NESTING) {
        problems.add(
            new Problem(token.at(), "parentheses are nested more than " + MAX_NESTING + " deep"));
        return;
      }
      if (rules > MAX_RULES) {
        problems.add(new Problem(token.at(), "there are more than " + MAX_RULES + " rules"));
        return;
      }
    }
  }
}
