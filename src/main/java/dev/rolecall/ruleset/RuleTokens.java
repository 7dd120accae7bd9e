package dev.rolecall.ruleset;

import dev.rolecall.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A rule's tokens.
 *
 * @param header its name and metadata
 * @param patterns what stands between the parentheses of each pattern, by the offset of its name
 * @param end the last token
 * @param structure those that Drools' parser is shown: not the inside of patterns, nor what the
 *     rule says
 */
record RuleTokens(
    Token rule,
    List<Token> header,
    List<Token> when,
    Map<Integer, List<Token>> patterns,
    List<Token> then,
    Token end,
    List<Token> structure) {

  /** Tokens of a left side; some 200 comparisons. Beyond it the compiler takes minutes. */
  private static final int MAX_CONDITION = 1_000;

  private static final int MAX_PATTERNS = 64;

  private static final Set<String> JOINING = Set.of("and", "or", "not", "exists");
  private static final Set<String> STRUCTURE = Set.of("(", ")", "&&", "||", ".", ":", ";");

  /**
   * Empty where the rule is refused, with the problem added.
   *
   * @param section from its {@code rule} to its {@code end}
   */
  static Optional<RuleTokens> of(List<Token> section, List<Problem> problems) {
    int when = indexOf("when", section);
    int then = indexOf("then", section);
    Token rule = section.get(0);
    if (when < 0 || then < when) {
      return refuse(rule, "a rule has one `when` and one `then`", problems);
    }
    List<Token> header = section.subList(1, when);
    if (header.isEmpty() || header.get(0).kind() != Token.Kind.TEXT) {
      Token found = section.get(1);
      return refuse(
          found,
          "found " + found.shown() + "; expected the rule's name as a sentence in double quotes",
          problems);
    }
    List<Token> left = section.subList(when + 1, then);
    if (left.isEmpty()) {
      return refuse(
          section.get(then),
          "the rule has no condition; between `when` and `then` stands when it speaks",
          problems);
    }
    Token end = section.get(section.size() - 1);
    List<Token> structure = new ArrayList<>(List.of(rule, header.get(0), section.get(when)));
    Map<Integer, List<Token>> patterns = new LinkedHashMap<>();
    if (!condition(left, patterns, structure, problems)) {
      return Optional.empty();
    }
    structure.addAll(List.of(section.get(then), end));
    List<Token> right = section.subList(then + 1, section.size() - 1);
    return Optional.of(new RuleTokens(rule, header, left, patterns, right, end, structure));
  }

  private static int indexOf(String word, List<Token> section) {
    for (int i = 0; i < section.size(); i++) {
      if (section.get(i).is(word)) {
        return i;
      }
    }
    return -1;
  }

  /** Parts the left side into what joins patterns and what stands inside; false if refused. */
  private static boolean condition(
      List<Token> left,
      Map<Integer, List<Token>> patterns,
      List<Token> structure,
      List<Problem> problems) {
    int i = 0;
    while (i < left.size()) {
      Token token = left.get(i);
      if (Instead.WORDS.contains(token.text()) || (!token.isWord() && !isStructure(token))) {
        refuse(token, token.shown() + " is not allowed here" + Instead.of(token), problems);
        return false;
      }
      structure.add(token);
      i++;
      if (isFact(token) && i < left.size() && left.get(i).is("(")) {
        int close = closing(left, i);
        if (close < 0) {
          refuse(left.get(i), "`(` opens here and is never closed", problems);
          return false;
        }
        patterns.put(token.span().start(), left.subList(i + 1, close));
        structure.add(left.get(i));
        structure.add(left.get(close));
        i = close + 1;
      }
    }
    return withinLimits(left, patterns.size(), problems);
  }

  private static boolean isStructure(Token token) {
    return token.kind() == Token.Kind.SIGN && STRUCTURE.contains(token.text());
  }

  private static boolean isFact(Token token) {
    return token.isWord() && !JOINING.contains(token.text());
  }

  private static int closing(List<Token> left, int open) {
    int depth = 0;
    for (int i = open; i < left.size(); i++) {
      depth += left.get(i).is("(") ? 1 : left.get(i).is(")") ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static boolean withinLimits(List<Token> left, int patterns, List<Problem> problems) {
    if (patterns <= MAX_PATTERNS && left.size() <= MAX_CONDITION) {
      return true;
    }
    refuse(
        left.get(0),
        "the condition is too large: at most "
            + MAX_PATTERNS
            + " facts and "
            + MAX_CONDITION
            + " words, numbers and signs are allowed; write several rules",
        problems);
    return false;
  }

  private static Optional<RuleTokens> refuse(Token token, String message, List<Problem> problems) {
    problems.add(new Problem(token.at(), message));
    return Optional.empty();
  }
}
