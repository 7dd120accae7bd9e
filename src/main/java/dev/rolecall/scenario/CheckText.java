package dev.rolecall.scenario;

import dev.rolecall.problem.Counted;

/** What came of a check, in a line. */
public final class CheckText {

  private CheckText() {}

  /** {@code demo: 40 rules, 131 cases pass; 2 warnings}. */
  public static String summary(RulesCheck check) {
    String warnings = Counted.of(check.warnings().size(), "warning");
    return check.decision()
        + ": "
        + outcome(check)
        + (check.warnings().isEmpty() ? "" : "; " + warnings);
  }

  private static String outcome(RulesCheck check) {
    String errors = Counted.of(check.errors().size(), "error");
    if (check.ruleset() == null) {
      return "the rules are refused, " + errors;
    }
    String rules = Counted.of(check.ruleset().rulebook().rules().size(), "rule");
    if (check.run() == null) {
      return rules + "; the scenarios are refused, " + errors;
    }
    int failed = check.run().failed().size();
    String cases = Counted.of(check.run().cases().size(), "case");
    return rules
        + ", "
        + (failed == 0
            ? cases + (check.run().cases().size() == 1 ? " passes" : " pass")
            : failed + " of " + cases + (failed == 1 ? " fails" : " fail"));
  }
}
