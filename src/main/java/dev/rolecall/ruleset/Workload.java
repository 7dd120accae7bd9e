package dev.rolecall.ruleset;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.rule.Condition;
import dev.rolecall.rule.Phase;
import dev.rolecall.rule.Rule;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What compiling costs, counted on the tree before it begins. Measured with {@code
 * src/bench/bounds}: after some 3 s for Drools itself, a rule and a comparison take about 2 ms of
 * one core each, and so do eight branches.
 */
final class Workload {

  /** Two thousand rules of one comparison, and a little more. */
  static final long MOST = 4_300;

  /** Far more than can be compiled, so that what is refused by it needs no exact words. */
  private static final long MOST_PARSED = 10_000;

  private Workload() {}

  /** Nothing if Drools' parser can read them soon; it takes some 10 kB for each fact. */
  static Optional<Problem> tooMuchToParse(Collection<TokenFile> files) {
    List<RuleTokens> rules = files.stream().flatMap(f -> f.outline().rules().stream()).toList();
    long facts = rules.stream().mapToLong(rule -> rule.patterns().size()).sum();
    if (rules.size() + facts <= MOST_PARSED) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(
            Place.of(""),
            String.format(
                Locale.ROOT,
                "there are %,d rules with %,d facts in their conditions; at most %,d rules are"
                    + " allowed, and at most %,d of both together",
                rules.size(),
                facts,
                TokenFile.MAX_RULES,
                MOST)));
  }

  /** Nothing if the rules can be compiled within ten seconds. */
  static Optional<Problem> tooMuch(List<Rule> rules) {
    long comparisons = rules.stream().mapToLong(Workload::comparisons).sum();
    long branches = rules.stream().mapToLong(rule -> Branches.of(rule.when())).sum();
    if (rules.size() <= TokenFile.MAX_RULES && rules.size() + comparisons + branches / 8 <= MOST) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(
            Place.of(""),
            String.format(
                Locale.ROOT,
                "there are %,d rules with %,d comparisons in %,d branches; at most %,d rules are"
                    + " allowed, and at most %,d of rules, comparisons and an eighth of the branches"
                    + " together; more take too long to check",
                rules.size(),
                comparisons,
                branches,
                TokenFile.MAX_RULES,
                MOST)));
  }

  /** With the one that opens a later phase; a fact that is not compared counts like one that is. */
  private static long comparisons(Rule rule) {
    long gate = rule.phase() == Phase.FINDINGS ? 0 : 1;
    return gate + rule.when().patterns().mapToLong(Workload::comparisons).sum();
  }

  private static long comparisons(Condition.Pattern pattern) {
    return Math.max(1, pattern.comparisons().count());
  }
}
