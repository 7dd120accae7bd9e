package dev.rolecall.ruleset;

import java.util.Map;
import java.util.Set;

/** What Drools' language has and rules here have not, and what is written instead. */
final class Instead {

  private static final String COUNTED =
      "voices and balance are counted already: read `Voice` and `Balance`";
  private static final String ONE_FACT = "there is exactly one fact of each type";

  private static final Map<String, String> HINTS =
      Map.ofEntries(
          Map.entry(
              "salience", "the order of rules never matters; a condition says when a rule speaks"),
          Map.entry("extends", "write the shared condition out in each rule"),
          Map.entry("eval", "compare an attribute with a literal"),
          Map.entry("from", "the facts of the vocabulary are all there is to read"),
          Map.entry("accumulate", COUNTED),
          Map.entry("acc", COUNTED),
          Map.entry("groupby", COUNTED),
          Map.entry("collect", ONE_FACT),
          Map.entry("forall", ONE_FACT),
          Map.entry("over", "a decision knows no time"),
          Map.entry("if", "write a rule for each case"),
          Map.entry("do", "a rule says all it has to say in one `then`"),
          Map.entry(",", "facts stand one below the other, or are joined by `and` or `or`"),
          Map.entry("dialect", "a rule holds no code"));

  /** What is never allowed in a condition. */
  static final Set<String> WORDS = HINTS.keySet();

  private Instead() {}

  /** Behind the message that a token is not allowed; empty where there is nothing to say. */
  static String of(Token token) {
    String hint = HINTS.get(token.text());
    return hint == null ? "" : "; " + hint;
  }
}
