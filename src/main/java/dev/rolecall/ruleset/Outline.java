package dev.rolecall.ruleset;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands where in a rule file, found on the tokens alone, and the skeleton of it that Drools'
 * parser is shown: the declarations, and of each rule its name and how its patterns are joined.
 * Everything else is blank there, so that comments cannot be read in two ways, and because that
 * parser takes exponential time, or its stack, over nested or chained expressions. The inside of
 * patterns and the right sides are read from the tokens.
 */
final class Outline {

  /** Tokens of a left side; some 200 comparisons. Beyond it the compiler takes minutes. */
  static final int MAX_CONDITION = 1_000;

  static final int MAX_PATTERNS = 64;
  private static final int MAX_STATEMENT = 40;

  /** Attributes of one fact; at some hundreds more the compiler's stack overflows. */
  static final int MAX_ATTRIBUTES = 250;

  private static final Set<String> OPENERS =
      Set.of("package", "import", "global", "declare", "rule");
  private static final Set<String> IMPORTS_OF_CODE =
      Set.of("static", "function", "accumulate", "acc");
  private static final Set<String> JOINING = Set.of("and", "or", "not", "exists");
  private static final Set<String> STRUCTURE = Set.of("(", ")", "&&", "||", ".", ":", ";");
  private static final Set<String> IN_STATEMENT = Set.of(".", "*", ";");
  private static final Set<String> IN_DECLARATION = Set.of(":", ",", ";", "@", "(", ")");
  private static final Set<String> IN_ARGUMENTS = Set.of("=", ",", ")");

  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "function", "functions are not allowed; a rule holds no code",
          "query", "queries are not allowed; a rule says what follows",
          "unit", "rule units are not allowed");

  private static final Map<String, String> HINTS =
      Map.ofEntries(
          Map.entry(
              "salience", "the order of rules never matters; a condition says when a rule speaks"),
          Map.entry("extends", "write the shared condition out in each rule"),
          Map.entry("eval", "compare an attribute with a literal"),
          Map.entry("from", "the facts of the vocabulary are all there is to read"),
          Map.entry(
              "accumulate", "voices and balance are counted already: read `Voice` and `Balance`"),
          Map.entry("acc", "voices and balance are counted already: read `Voice` and `Balance`"),
          Map.entry(
              "groupby", "voices and balance are counted already: read `Voice` and `Balance`"),
          Map.entry("collect", "there is exactly one fact of each type"),
          Map.entry("forall", "there is exactly one fact of each type"),
          Map.entry("over", "a decision knows no time"),
          Map.entry("if", "write a rule for each case"),
          Map.entry("do", "a rule says all it has to say in one `then`"),
          Map.entry(",", "facts stand one below the other, or are joined by `and` or `or`"),
          Map.entry("dialect", "a rule holds no code"));

  /**
   * A rule's tokens.
   *
   * @param header its name and metadata
   * @param patterns what stands between the parentheses of each pattern, by the offset of its name
   * @param end the last token
   */
  record RuleTokens(
      Token rule,
      List<Token> header,
      List<Token> when,
      Map<Integer, List<Token>> patterns,
      List<Token> then,
      Token end) {}

  /**
   * A {@code package}, {@code import} or {@code global}; or a {@code declare}, of which only that
   * word is here.
   *
   * @param words as it stands there, with single blanks and without the semicolon
   */
  record Statement(Token opener, String words) {}

  private final List<Token> tokens;
  private final List<Problem> problems;
  private final char[] text;
  private final char[] skeleton;
  private final List<RuleTokens> rules = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private boolean declarationsRefused;
  private int next;

  private Outline(String text, List<Token> tokens, List<Problem> problems) {
    this.text = text.toCharArray();
    this.tokens = tokens;
    this.problems = problems;
    this.skeleton = new char[this.text.length];
    for (int i = 0; i < skeleton.length; i++) {
      skeleton[i] = Lexer.endsLine(this.text, i) ? '\n' : ' ';
    }
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

  String skeleton() {
    return new String(skeleton);
  }

  static String hint(Token token) {
    String hint = HINTS.get(token.text());
    return hint == null ? "" : "; " + hint;
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
                  + hint(token));
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
    show(statement);
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

  /**
   * Names, texts and numbers, as far as declarations have them: no code, no defaults, nothing
   * nested.
   */
  private void declaration(List<Token> section) {
    int before = problems.size();
    boolean inside = false;
    Token last = section.isEmpty() ? null : section.get(0);
    Set<String> names = new HashSet<>();
    Set<String> annotations = new HashSet<>();
    for (Token token : section) {
      if (!inside && token.is(":")) {
        annotations.clear();
      }
      if (!inside && token.is(":") && last != null && !names.add(last.text())) {
        refuse(last, last.shown() + " is declared twice");
      }
      if (!inside && last != null && last.is("@") && !annotations.add(token.text())) {
        refuse(token, "`@" + token.text() + "` is given twice");
      }
      last = token;
      if (token.kind() != Token.Kind.SIGN) {
        continue;
      }
      if (!inside && token.is("=")) {
        refuse(token, "a default is not allowed; an attribute that nobody answered is unknown");
        break;
      }
      if (!(inside ? IN_ARGUMENTS : IN_DECLARATION).contains(token.text())) {
        refuse(
            token,
            token.shown()
                + " is not allowed in a declaration; it holds names, and texts in double quotes");
        break;
      }
      inside = token.is("(") || (inside && !token.is(")"));
    }
    if (section.size() > 1 && (section.get(1).is("window") || section.get(1).is("entry"))) {
      refuse(
          section.get(1),
          "only facts and enums are declared; a decision knows no time and no streams");
    }
    if (names.size() > MAX_ATTRIBUTES) {
      refuse(
          section.get(0),
          "there are "
              + names.size()
              + " attributes in it; at most "
              + MAX_ATTRIBUTES
              + " are allowed");
    }
    if (section.isEmpty() || problems.size() > before) {
      declarationsRefused = true;
    } else {
      show(section);
    }
  }

  private void rule(List<Token> section) {
    if (section.isEmpty()) {
      return;
    }
    int when = indexOf("when", section);
    int then = indexOf("then", section);
    Token rule = section.get(0);
    if (when < 0 || then < when) {
      refuse(rule, "a rule has one `when` and one `then`");
      return;
    }
    List<Token> header = section.subList(1, when);
    if (header.isEmpty() || header.get(0).kind() != Token.Kind.TEXT) {
      Token found = section.get(1);
      refuse(
          found,
          "found " + found.shown() + "; expected the rule's name as a sentence in double quotes");
      return;
    }
    List<Token> left = section.subList(when + 1, then);
    Map<Integer, List<Token>> patterns = new LinkedHashMap<>();
    if (left.isEmpty()) {
      refuse(
          section.get(then),
          "the rule has no condition; between `when` and `then` stands when it speaks");
      return;
    }
    List<Token> structure = structure(left, patterns);
    if (structure.isEmpty()) {
      return;
    }
    Token end = section.get(section.size() - 1);
    show(List.of(rule, header.get(0), section.get(when)));
    show(structure);
    show(List.of(section.get(then), end));
    rules.add(
        new RuleTokens(
            rule, header, left, patterns, section.subList(then + 1, section.size() - 1), end));
  }

  private static int indexOf(String word, List<Token> section) {
    for (int i = 0; i < section.size(); i++) {
      if (section.get(i).is(word)) {
        return i;
      }
    }
    return -1;
  }

  /** The left side without what stands inside of its patterns; empty where it is refused. */
  private List<Token> structure(List<Token> left, Map<Integer, List<Token>> patterns) {
    List<Token> structure = new ArrayList<>();
    int i = 0;
    while (i < left.size()) {
      Token token = left.get(i);
      boolean word = token.isWord();
      if (HINTS.containsKey(token.text()) || (!word && !isStructure(token))) {
        refuse(token, token.shown() + " is not allowed here" + hint(token));
        return List.of();
      }
      structure.add(token);
      i++;
      if (word && !JOINING.contains(token.text()) && i < left.size() && left.get(i).is("(")) {
        int close = closing(left, i);
        if (close < 0) {
          refuse(left.get(i), "`(` opens here and is never closed");
          return List.of();
        }
        patterns.put(token.span().start(), left.subList(i + 1, close));
        structure.add(left.get(i));
        structure.add(left.get(close));
        i = close + 1;
      }
    }
    return withinLimits(left, patterns.size()) ? structure : List.of();
  }

  private boolean withinLimits(List<Token> left, int patterns) {
    if (patterns > MAX_PATTERNS || left.size() > MAX_CONDITION) {
      refuse(
          left.get(0),
          "the condition is too large: at most "
              + MAX_PATTERNS
              + " facts and "
              + MAX_CONDITION
              + " words, numbers and signs are allowed; write several rules");
      return false;
    }
    return true;
  }

  private static boolean isStructure(Token token) {
    return token.kind() == Token.Kind.SIGN && STRUCTURE.contains(token.text());
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

  private void show(List<Token> shown) {
    for (Token token : shown) {
      int start = token.span().start();
      System.arraycopy(text, start, skeleton, start, token.span().end() - start);
    }
  }

  private void refuse(Token token, String message) {
    Place at = token.at();
    problems.add(new Problem(at, message));
  }
}
