package dev.rolecall.ruleset;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.ParserError;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * A rule file as read: its tokens and what Drools' parser made of it.
 *
 * @param name without the folder, {@code scope.drl}
 */
record SourceFile(
    String name, String text, List<Token> tokens, Outline outline, PackageDescr descr) {

  /**
   * The limits, each checked on the tokens before the parser runs, which some of them would
   * overflow.
   */
  static final int MAX_NESTING = 32;

  static final int MAX_RULES = 2_000;

  static @Nullable SourceFile read(String name, String text, List<Problem> problems) {
    List<Problem> found = new ArrayList<>();
    List<Token> tokens = Lexer.tokens(name, text, found);
    nesting(tokens, found);
    if (tokens.isEmpty() && found.isEmpty()) {
      found.add(new Problem(Place.of(name), "it is empty; a rule file begins with `package`"));
    }
    if (!found.isEmpty()) {
      problems.addAll(found);
      return null;
    }
    Outline outline = Outline.of(text, tokens, problems);
    PackageDescr descr = parse(name, outline.skeleton(), problems);
    return descr == null ? null : new SourceFile(name, text, tokens, outline, descr);
  }

  /** The first token of this text on a line, or after it; where there is none, the line. */
  Place placeOf(String text, int line) {
    return tokens.stream()
        .filter(t -> t.at().line() >= line && t.text().equals(text))
        .findFirst()
        .map(Token::at)
        .orElse(Place.of(name, Math.max(line, 1), 0));
  }

  /** The statement that opens with a word and names something. */
  Place placeOfWord(String opener, String names) {
    String wanted = names.replaceAll("\\s", "");
    for (int i = 0; i < tokens.size(); i++) {
      StringBuilder following = new StringBuilder();
      for (int j = i + 1; j < tokens.size() && following.length() < wanted.length(); j++) {
        following.append(tokens.get(j).text());
      }
      if (tokens.get(i).is(opener) && wanted.contentEquals(following)) {
        return tokens.get(i).at();
      }
    }
    return placeOf(opener, 1);
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

  private static @Nullable PackageDescr parse(String name, String text, List<Problem> problems) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    try {
      PackageDescr descr = parser.parse(false, text);
      for (DroolsError error : parser.getErrors()) {
        problems.add(problem(name, error));
      }
      return parser.getErrors().isEmpty() ? descr : null;
    } catch (Exception | StackOverflowError e) {
      problems.add(
          new Problem(Place.of(name), "the rule parser gives up on it: " + e.getMessage()));
      return null;
    }
  }

  /**
   * Drools' message without its codes: {@code [ERR 102] Line 5:8 mismatched input 'x' in rule "y"}.
   */
  private static Problem problem(String name, DroolsError error) {
    String message =
        error
            .getMessage()
            .replaceFirst("^\\[ERR \\d+]\\s*", "")
            .replaceFirst("^Line \\d+:\\d+\\s*", "")
            .strip();
    String words =
        message.isEmpty()
            ? "it cannot be read"
            : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    Place at =
        error instanceof ParserError place && place.getRow() > 0
            ? Place.of(name, place.getRow(), place.getCol() + 1)
            : Place.of(name);
    return new Problem(at, "not a rule as DRL writes it: " + words.replace("'", "`"));
  }
}
