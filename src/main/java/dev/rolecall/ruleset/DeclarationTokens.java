package dev.rolecall.ruleset;

import dev.rolecall.problem.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds a declaration, before Drools' parser sees it, to what declarations have: names, texts and
 * numbers; no code, no defaults, nothing nested.
 */
final class DeclarationTokens {

  /** Attributes of one fact; at some hundreds more the compiler's stack overflows. */
  private static final int MAX_ATTRIBUTES = 250;

  private static final Set<String> SIGNS = Set.of(":", ",", ";", "@", "(", ")");
  private static final Set<String> SIGNS_OF_ARGUMENTS = Set.of("=", ",", ")");

  private final List<Token> section;
  private final List<Problem> problems;
  private final Set<String> attributes = new HashSet<>();

  /** Those that stand behind the attribute being read. */
  private final Set<String> annotations = new HashSet<>();

  private DeclarationTokens(List<Token> section, List<Problem> problems) {
    this.section = section;
    this.problems = problems;
  }

  /**
   * Whether nothing is wrong; else the problems are added.
   *
   * @param section from its {@code declare} to its {@code end}
   */
  static boolean check(List<Token> section, List<Problem> problems) {
    int before = problems.size();
    DeclarationTokens declaration = new DeclarationTokens(section, problems);
    declaration.tokens();
    declaration.kind();
    declaration.size();
    return problems.size() == before;
  }

  private void tokens() {
    boolean inArguments = false;
    Token last = section.get(0);
    for (Token token : section) {
      if (!inArguments) {
        twice(last, token);
      }
      if (refused(token, inArguments)) {
        return;
      }
      inArguments = token.is("(") || (inArguments && !token.is(")"));
      last = token;
    }
  }

  private void twice(Token last, Token token) {
    if (token.is(":")) {
      annotations.clear();
      if (!attributes.add(last.text())) {
        refuse(last, last.shown() + " is declared twice");
      }
    }
    if (last.is("@") && !annotations.add(token.text())) {
      refuse(token, "`@" + token.text() + "` is given twice");
    }
  }

  private boolean refused(Token token, boolean inArguments) {
    if (token.kind() != Token.Kind.SIGN
        || (inArguments ? SIGNS_OF_ARGUMENTS : SIGNS).contains(token.text())) {
      return false;
    }
    refuse(
        token,
        token.is("=")
            ? "a default is not allowed; an attribute that nobody answered is unknown"
            : token.shown()
                + " is not allowed in a declaration; it holds names, and texts in double quotes");
    return true;
  }

  private void kind() {
    if (section.size() > 1 && (section.get(1).is("window") || section.get(1).is("entry"))) {
      refuse(
          section.get(1),
          "only facts and enums are declared; a decision knows no time and no streams");
    }
  }

  private void size() {
    if (attributes.size() > MAX_ATTRIBUTES) {
      refuse(
          section.get(0),
          "there are "
              + attributes.size()
              + " attributes in it; at most "
              + MAX_ATTRIBUTES
              + " are allowed");
    }
  }

  private void refuse(Token token, String message) {
    problems.add(new Problem(token.at(), message));
  }
}
