package dev.rolecall.scenario;

import dev.rolecall.decision.Outcome;
import dev.rolecall.decision.State;
import dev.rolecall.document.Node;
import dev.rolecall.problem.Problem;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.vocabulary.EnumType;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what a case expects, in the names of one ruleset. */
final class ExpectationReader {

  private static final List<String> KEYS =
      List.of(
          "outcome",
          "decidedBy",
          "contested",
          "narrow",
          "because",
          "notBecause",
          "warnings",
          "notWarnings",
          "questions",
          "notQuestions",
          "leans");

  private final List<String> outcomes;
  private final List<String> deciders;
  private final List<String> rules;
  private final List<String> warnings;
  private final List<String> paths;
  private final List<String> dimensions;
  private final List<String> voices;

  ExpectationReader(Rulebook rulebook) {
    Vocabulary vocabulary = rulebook.vocabulary();
    outcomes = new ArrayList<>(vocabulary.outcomes().names());
    voices = new ArrayList<>(outcomes);
    outcomes.add(Outcome.Kind.INCONCLUSIVE.word());
    outcomes.add(Outcome.Kind.OUT_OF_SCOPE.word());
    voices.add(State.SPLIT.name().toLowerCase(Locale.ROOT));
    voices.add(State.SILENT.name().toLowerCase(Locale.ROOT));
    deciders =
        rulebook.rules().stream()
            .map(Rule::decidedBy)
            .filter(word -> !word.isEmpty())
            .distinct()
            .toList();
    rules = rulebook.ids();
    warnings = vocabulary.withRole(EnumType.Role.WARNINGS).map(EnumType::names).orElse(List.of());
    paths = vocabulary.paths();
    dimensions = vocabulary.dimensions().stream().map(FactType::name).toList();
  }

  /** What the node says; empty where it is no expectation at all, which is a problem. */
  Optional<Expectation> read(Node node, List<Problem> problems) {
    Optional<Group> group = Group.of(node, "`expect`", KEYS, problems);
    group.filter(Group::isEmpty).ifPresent(g -> g.problem(g.at(), "`expect` expects nothing"));
    return group.map(this::expectation);
  }

  private Expectation expectation(Group group) {
    String rule = "the id of a rule";
    String kind = "a kind of warning";
    String path = "an attribute";
    return new Expectation(
        group.name("outcome", "an outcome", outcomes),
        group.name("decidedBy", "what decides by any rule", deciders),
        group.truth("contested"),
        group.truth("narrow"),
        group.someNames("because", rule, rules),
        group.someNames("notBecause", rule, rules),
        group.names("warnings", kind, warnings),
        group.someNames("notWarnings", kind, warnings),
        group.names("questions", path, paths),
        group.someNames("notQuestions", path, paths),
        group.table("leans", dimensions, "what a dimension can do", voices));
  }
}
