package dev.rolecall.ruleset;

import dev.rolecall.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands where in a rule file, found on the tokens alone, and the {@link Skeleton} of it that
 * Drools' parser is shown. The inside of patterns and the right sides are read from the tokens.
 */
final class Outline {

  private static final int MAX_STATEMENT = 40;

  private static final Set<String> OPENERS =
      Set.of("package", "import", "global", "declare", "rule");
  private static final Set<String> IMPORTS_OF_CODE =
      Set.of("static", "function", "accumulate", "acc");
  private static final Set<String> IN_STATEMENT = Set.of(".", "*", ";");

  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "function", "functions are not allowed; a rule holds no code",
          "query", "queries are not allowed; a rule says what follows",
          "unit", "rule units are not allowed");

  /**
   * A {@code package}, {@code import} or {@code global}; or a {@code declare}, of which only that
   * word is here.
   *
   * @param words as it stands there, with single blanks and without the semicolon
   */
  record Statement(Token opener, String words) {}

  private final List<Token> tokens;
  private final List<Problem> problems;
  private final Skeleton skeleton;
  private final List<RuleTokens> rules = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private boolean declarationsRefused;
  private int next;

  private Outline(String text, List<Token> tokens, List<Problem> problems) {
    this.skeleton = new Skeleton(text);
    this.tokens = tokens;
    this.problems = problems;
  }

  /** What is refused is a problem, and is in neither the rules nor the skeleton. */
  static Outline of(String text, List<Token> tokens, List<Problem> problems) {
    Outline outline = new Outline(text, tokens, problems);
    while (outline.next < tokens.size()) {
      outline.element();
    }
    return outline;
  }

  List<RuleTokens> rules() {
    return rules;
  }

  /** What stands outside of rules. */
  List<Statement> statements() {
    return statements;
  }

  /** Whether a declaration is left out, so that what is there is not the whole vocabulary. */
  boolean declarationsRefused() {
    return declarationsRefused;
  }

  Skeleton skeleton() {
    return skeleton;
  }

  private void element() {
    Token token = tokens.get(next);
    if (token.is("rule")) {
      rule(upToEnd());
    } else if (token.is("declare")) {
      statements.add(new Statement(token, token.text()));
      declaration(upToEnd());
    } else if (opens(token)) {
      statement(token);
    } else if (token.is(";")) {
      next++;
    } else {
      String refusal = token.isWord() ? ELSEWHERE.get(token.text()) : null;
      refuse(
          token,
          refusal != null
              ? refusal
              : token.shown()
                  + " is not allowed here; a file holds its `package`, then rules"
                  + Instead.of(token));
      skipToOpener();
    }
  }

  private static boolean opens(Token token) {
    return token.isWord() && OPENERS.contains(token.text());
  }

  private void statement(Token opener) {
    List<Token> statement = new ArrayList<>(List.of(opener));
    StringBuilder words = new StringBuilder(opener.text());
    next++;
    while (next < tokens.size() && !opens(tokens.get(next))) {
      Token token = tokens.get(next++);
      String refusal = inStatement(token, statement);
      if (refusal != null) {
        refuse(token, refusal);
        skipToOpener();
        return;
      }
      boolean apart = token.isWord() && statement.get(statement.size() - 1).isWord();
      statement.add(token);
      if (token.is(";")) {
        break;
      }
      words.append(apart ? " " : "").append(token.text());
    }
    statements.add(new Statement(opener, words.toString()));
    skeleton.show(statement);
  }

  /** Why a token has no place in a statement; null if it has. */
  private static @Nullable String inStatement(Token token, List<Token> before) {
    if (before.size() == 1 && IMPORTS_OF_CODE.contains(token.text())) {
      return ELSEWHERE.get("function");
    }
    boolean sign = token.kind() == Token.Kind.SIGN && IN_STATEMENT.contains(token.text());
    return (token.isWord() || sign) && before.size() < MAX_STATEMENT
        ? null
        : token.shown() + " is not allowed here";
  }

  private void skipToOpener() {
    while (next < tokens.size() && !opens(tokens.get(next))) {
      next++;
    }
  }

  /**
   * From a {@code rule} or {@code declare} to its {@code end}; without one, to where the next
   * begins.
   */
  private List<Token> upToEnd() {
    int start = next++;
    while (next < tokens.size() && !tokens.get(next).is("end") && !beginsRule(next)) {
      next++;
    }
    boolean closed = next < tokens.size() && tokens.get(next).is("end");
    next += closed ? 1 : 0;
    List<Token> section = tokens.subList(start, next);
    if (!closed) {
      refuse(section.get(0), section.get(0).shown() + " opens here and is never closed with `end`");
      return List.of();
    }
    return section;
  }

  private boolean beginsRule(int i) {
    return tokens.get(i).is("rule")
        && i + 1 < tokens.size()
        && tokens.get(i + 1).kind() == Token.Kind.TEXT;
  }

  private void declaration(List<Token> section) {
    if (!section.isEmpty() && DeclarationTokens.check(section, problems)) {
      skeleton.show(section);
    } else {
      declarationsRefused = true;
    }
  }

  private void rule(List<Token> section) {
    if (!section.isEmpty()) {
      RuleTokens.of(section, problems).ifPresent(this::rule);
    }
  }

  private void rule(RuleTokens rule) {
    skeleton.show(rule.structure());
    rules.add(rule);
  }

  private void refuse(Token token, String message) {
    problems.add(new Problem(token.at(), message));
  }
}
