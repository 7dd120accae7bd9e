package dev.rolecall.ruleset;

import dev.rolecall.rule.Condition;
import dev.rolecall.rule.EngineFacts;
import dev.rolecall.rule.Literal;
import dev.rolecall.rule.Operator;
import dev.rolecall.rule.Phase;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.rule.Test;
import dev.rolecall.vocabulary.Attribute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A second rulebook, made of the first: each part of each condition is a rule of its own. It speaks
 * as soon as the facts are there that it reads, so parts that are alike are one rule, whatever the
 * phase of the rules that they belong to.
 */
final class ProbeBook {

  private final Rulebook source;
  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, List<Probe>> byRule = new HashMap<>();

  private ProbeBook(Rulebook source) {
    this.source = source;
  }

  static ProbeBook of(Rulebook source) {
    ProbeBook book = new ProbeBook(source);
    source.rules().forEach(rule -> book.byRule.put(rule.id(), book.conjuncts(rule.when())));
    return book;
  }

  /** What has to be met, all of it, for a rule to speak. */
  List<Probe> of(Rule rule) {
    return byRule.getOrDefault(rule.id(), List.of());
  }

  Rulebook rulebook() {
    return new Rulebook(source.vocabulary(), rules);
  }

  private List<Probe> conjuncts(Condition condition) {
    return condition instanceof Condition.AllOf all
        ? all.conditions().stream().flatMap(c -> conjuncts(c).stream()).toList()
        : List.of(probe(condition));
  }

  private Probe probe(Condition condition) {
    if (condition instanceof Condition.Pattern pattern) {
      return probe(pattern);
    }
    if (condition instanceof Condition.AllOf all) {
      return joined(Probe.Join.ALL, condition, all.conditions());
    }
    if (condition instanceof Condition.AnyOf any) {
      return joined(Probe.Join.ANY, condition, any.conditions());
    }
    return condition instanceof Condition.Not not
        ? joined(Probe.Join.NOT, condition, List.of(not.condition()))
        : joined(Probe.Join.ALL, condition, List.of(((Condition.Exists) condition).condition()));
  }

  private Probe joined(Probe.Join join, Condition condition, List<Condition> parts) {
    return add(join, condition, condition, parts.stream().map(this::probe).toList());
  }

  private Probe probe(Condition.Pattern pattern) {
    List<Test> tests = comparing(pattern.tests());
    if (tests.isEmpty() || pattern.fact().name().equals(EngineFacts.VOICE)) {
      return add(Probe.Join.ONE, pattern, pattern, List.of());
    }
    return tests.size() == 1
        ? probe(pattern, tests.get(0))
        : add(Probe.Join.ALL, pattern, pattern, probes(pattern, tests));
  }

  private List<Probe> probes(Condition.Pattern pattern, List<Test> tests) {
    return comparing(tests).stream().map(t -> probe(pattern, t)).toList();
  }

  private static List<Test> comparing(List<Test> tests) {
    return tests.stream().filter(t -> !(t instanceof Test.Bound)).toList();
  }

  private Probe probe(Condition.Pattern pattern, Test test) {
    Condition shown = new Condition.Pattern(pattern.fact(), List.of(test), pattern.span());
    if (test instanceof Test.AllOf all) {
      return add(Probe.Join.ALL, shown, shown, probes(pattern, all.tests()));
    }
    if (test instanceof Test.AnyOf any) {
      return add(Probe.Join.ANY, shown, shown, probes(pattern, any.tests()));
    }
    Condition judged = ofKnown(pattern, test);
    return test instanceof Test.Not not
        ? add(Probe.Join.NOT, shown, judged, probes(pattern, List.of(not.test())))
        : add(Probe.Join.ONE, shown, judged, List.of());
  }

  /**
   * A test that Drools lets hold of an unknown value, with that value tested known: its pattern
   * does so elsewhere, and by itself it must not say more than it does there.
   */
  private static Condition ofKnown(Condition.Pattern pattern, Test test) {
    List<Test> tests = new ArrayList<>();
    needingKnown(test)
        .distinct()
        .filter(a -> !UnknownIsNotNo.neverUnknown(a))
        .forEach(a -> tests.add(known(a, pattern)));
    tests.add(test);
    return new Condition.Pattern(pattern.fact(), tests, pattern.span());
  }

  private static Stream<Attribute> needingKnown(Test test) {
    return test instanceof Test.Comparison comparison
            && (!comparison.operator().holdsOfUnknown() || comparison.wantsKnown())
        ? Stream.empty()
        : test.attributes();
  }

  private static Test known(Attribute attribute, Condition.Pattern pattern) {
    return new Test.Comparison(
        Optional.empty(),
        attribute,
        Operator.NOT_EQUAL,
        List.of(new Literal(null, pattern.span())),
        pattern.span());
  }

  private Probe add(Probe.Join join, Condition shown, Condition judged, List<Probe> parts) {
    Phase phase =
        judged
            .patterns()
            .map(p -> EngineFacts.readableFrom(p.fact()))
            .max(Comparator.naturalOrder())
            .orElse(Phase.FINDINGS);
    int number = numbers.computeIfAbsent(Printer.condition(judged), c -> rule(phase, judged));
    return new Probe(number, join, phase, shown, parts);
  }

  private int rule(Phase phase, Condition judged) {
    String id = "part-" + rules.size();
    rules.add(
        new Rule(
            id,
            id,
            Map.of(),
            phase,
            judged,
            List.of(),
            Optional.empty(),
            Map.of(),
            source.rules().get(0).written()));
    return rules.size() - 1;
  }
}
