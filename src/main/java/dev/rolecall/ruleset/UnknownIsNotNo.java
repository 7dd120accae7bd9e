package dev.rolecall.ruleset;

import dev.rolecall.problem.Problem;
import dev.rolecall.rule.Condition;
import dev.rolecall.rule.EngineFacts;
import dev.rolecall.rule.Span;
import dev.rolecall.rule.Test;
import dev.rolecall.vocabulary.Attribute;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known where a condition holds, and the check that none holds of the unknown by accident.
 */
final class UnknownIsNotNo {

  private static final Set<String> SOMETIMES_MISSING = Set.of("leader", "leans", "answer");

  private final List<Problem> problems;

  private UnknownIsNotNo(List<Problem> problems) {
    this.problems = problems;
  }

  static void check(Condition when, List<Problem> problems) {
    UnknownIsNotNo check = new UnknownIsNotNo(problems);
    when.patterns().forEach(p -> check.check(new Test.AllOf(p.tests()), Set.of()));
  }

  /**
   * Unknown is not "no": what also holds of an unknown attribute needs it tested known in the same
   * pattern.
   */
  private void check(Test test, Set<Attribute> known) {
    if (test instanceof Test.AllOf all) {
      Set<Attribute> here = new HashSet<>(known);
      here.addAll(knownBy(all));
      all.tests().forEach(t -> check(t, here));
    } else if (test instanceof Test.AnyOf any) {
      any.tests().forEach(t -> check(t, known));
    } else if (test instanceof Test.Not not) {
      not.test()
          .comparisons()
          .forEach(c -> needKnown(c.attribute(), "`!( … )`", not.span(), known));
      check(not.test(), known);
    } else if (test instanceof Test.Comparison comparison
        && comparison.operator().holdsOfUnknown()
        && !comparison.wantsKnown()) {
      needKnown(
          comparison.attribute(),
          "`" + comparison.operator().sign() + "`",
          comparison.span(),
          known);
    }
  }

  private void needKnown(Attribute attribute, String what, Span span, Set<Attribute> known) {
    if (!neverUnknown(attribute) && !known.contains(attribute)) {
      problems.add(
          new Problem(
              span.at(),
              what
                  + " also holds where `"
                  + attribute.name()
                  + "` is unknown, and unknown is not no; add `"
                  + attribute.name()
                  + " != null`"));
    }
  }

  /** The attributes that are known wherever all of these tests hold. */
  private static Set<Attribute> knownBy(Test test) {
    Set<Attribute> known = new HashSet<>();
    if (test instanceof Test.Comparison comparison && comparison.wantsKnown()) {
      known.add(comparison.attribute());
    } else if (test instanceof Test.AllOf all) {
      all.tests().forEach(t -> known.addAll(knownBy(t)));
    }
    return known;
  }

  /** The attributes that are known whenever a condition holds. */
  static Set<Attribute> knownWherever(Condition condition) {
    Set<Attribute> known = new HashSet<>();
    if (condition instanceof Condition.Pattern pattern) {
      known.addAll(knownBy(new Test.AllOf(pattern.tests())));
      pattern.fact().attributes().stream().filter(UnknownIsNotNo::neverUnknown).forEach(known::add);
    } else if (condition instanceof Condition.AllOf all) {
      all.conditions().forEach(c -> known.addAll(knownWherever(c)));
    }
    return known;
  }

  /** Everything that the engine counts; only an outcome can be missing. */
  static boolean neverUnknown(Attribute attribute) {
    return EngineFacts.names().contains(attribute.fact())
        && !SOMETIMES_MISSING.contains(attribute.name());
  }
}
