package dev.rolecall.ruleset;

import dev.rolecall.problem.Problem;
import dev.rolecall.rule.Condition;
import dev.rolecall.rule.Region;
import dev.rolecall.rule.Regions;
import dev.rolecall.rule.Span;
import dev.rolecall.rule.Test;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import java.util.List;
import java.util.stream.Stream;

/**
 * Refuses what no fact can ever match: {@code teams > 5, teams < 3}, or a number beyond its range.
 */
final class Contradictions {

  private Contradictions() {}

  static void check(Condition when, List<Problem> problems) {
    when.patterns().filter(p -> isNever(p.fact(), p.tests())).forEach(p -> name(p, problems));
  }

  /** Names the one attribute that it fails for, if it is one. */
  private static void name(Condition.Pattern pattern, List<Problem> problems) {
    List<Attribute> compared = pattern.compared().distinct().toList();
    for (Attribute attribute : compared) {
      List<Test> own =
          pattern.tests().stream().filter(t -> t.attributes().allMatch(attribute::equals)).toList();
      if (isNever(pattern.fact(), own)) {
        problems.add(
            new Problem(
                place(pattern.fact(), own).at(),
                attribute.path()
                    + " can never meet "
                    + (own.size() == 1 ? "this" : "all of this")
                    + ": it is "
                    + attribute.type().expectation()));
        return;
      }
    }
    problems.add(
        new Problem(
            pattern.span().at(), "no `" + pattern.fact().name() + "` can ever meet all of this"));
  }

  /** The first comparison that already fails alone, else the first of them. */
  private static Span place(FactType fact, List<Test> tests) {
    List<Test> comparing =
        tests.stream().filter(t -> t.comparisons().findAny().isPresent()).toList();
    Test first =
        comparing.stream()
            .filter(t -> isNever(fact, List.of(t)))
            .findFirst()
            .orElse(comparing.get(0));
    return first.comparisons().findFirst().orElseThrow().span();
  }

  private static boolean isNever(FactType fact, List<Test> tests) {
    Condition condition = new Condition.Pattern(fact, tests, new Span(fact.at(), 0, 0));
    return Regions.over(Stream.of(condition)).of(condition).filter(Region::isNowhere).isPresent();
  }
}
