package dev.rolecall.scenario;

import dev.rolecall.rule.Rule;
import dev.rolecall.ruleset.Ruleset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Which rules the cases hold in place. A rule is held where a passing case names it, not where it
 * happened to speak.
 *
 * @param rules how many there are
 * @param neverSpeak those that no case names in {@code because}
 * @param neverSilent those that no case names in {@code notBecause}
 */
public record Coverage(int rules, List<Uncovered> neverSpeak, List<Uncovered> neverSilent) {

  /**
   * A rule that could change without a case failing.
   *
   * @param at {@code demo/scope.drl:9}
   */
  public record Uncovered(String rule, String at) {
    @Override
    public String toString() {
      return at + "  " + rule;
    }
  }

  static Coverage of(Ruleset ruleset, List<Tried> cases) {
    return new Coverage(
        ruleset.rulebook().rules().size(),
        without(ruleset, named(cases, Expectation::because)),
        without(ruleset, named(cases, Expectation::notBecause)));
  }

  public boolean complete() {
    return neverSpeak.isEmpty() && neverSilent.isEmpty();
  }

  private static Set<String> named(
      List<Tried> cases, Function<Expectation, Collection<String>> rules) {
    Set<String> named = new HashSet<>();
    cases.stream()
        .filter(Tried::passes)
        .forEach(c -> named.addAll(rules.apply(c.tried().expectation())));
    return named;
  }

  private static List<Uncovered> without(Ruleset ruleset, Set<String> named) {
    return ruleset.rulebook().rules().stream()
        .filter(rule -> !named.contains(rule.id()))
        .map((Rule rule) -> new Uncovered(rule.id(), ruleset.placeOf(rule)))
        .toList();
  }
}
