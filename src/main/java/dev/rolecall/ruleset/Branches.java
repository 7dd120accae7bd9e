package dev.rolecall.ruleset;

import dev.rolecall.rule.Condition;
import dev.rolecall.rule.Test;

/**
 * How many branches a condition has once each {@code or} is multiplied out, as Drools does; a
 * million stands for more.
 */
final class Branches {

  private Branches() {}

  static long of(Condition condition) {
    if (condition instanceof Condition.AllOf all) {
      return all.conditions().stream().mapToLong(Branches::of).reduce(1, Branches::times);
    }
    if (condition instanceof Condition.AnyOf any) {
      return any.conditions().stream().mapToLong(Branches::of).sum();
    }
    if (condition instanceof Condition.Pattern pattern) {
      return pattern.tests().stream().mapToLong(Branches::of).reduce(1, Branches::times);
    }
    return condition instanceof Condition.Not not
        ? of(not.condition())
        : of(((Condition.Exists) condition).condition());
  }

  private static long of(Test test) {
    if (test instanceof Test.AllOf all) {
      return all.tests().stream().mapToLong(Branches::of).reduce(1, Branches::times);
    }
    if (test instanceof Test.AnyOf any) {
      return any.tests().stream().mapToLong(Branches::of).sum();
    }
    return test instanceof Test.Not not ? of(not.test()) : 1;
  }

  private static long times(long a, long b) {
    return Math.min(a * b, 1_000_000L);
  }
}
