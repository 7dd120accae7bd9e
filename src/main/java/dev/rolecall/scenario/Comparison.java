package dev.rolecall.scenario;

import dev.rolecall.decision.Advice;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Finding;
import dev.rolecall.decision.Outcome;
import dev.rolecall.decision.Question;
import dev.rolecall.decision.State;
import dev.rolecall.decision.Voice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Holds a decision against what a case expects of it. */
final class Comparison {

  private final Decision decision;
  private final SortedSet<String> spoke;
  private final List<Failure> failures = new ArrayList<>();

  private Comparison(Decision decision) {
    this.decision = decision;
    this.spoke = spoke(decision);
  }

  static Tried of(Case tried, Decision decision) {
    Comparison comparison = new Comparison(decision);
    comparison.compare(tried.expectation());
    return new Tried(tried, List.copyOf(comparison.spoke), List.copyOf(comparison.failures));
  }

  /**
   * The rules whose words are in the decision. A question that is already answered is not in it.
   */
  private static SortedSet<String> spoke(Decision decision) {
    SortedSet<String> ids = new TreeSet<>(decision.outcome().rules());
    decision.findings().stream().map(Finding::rule).forEach(ids::add);
    decision.warnings().stream().map(Advice::rule).forEach(ids::add);
    decision.questions().stream().map(Question::rule).forEach(ids::add);
    decision.suggestions().stream().map(Advice::rule).forEach(ids::add);
    return ids;
  }

  private void compare(Expectation expected) {
    outcome(expected);
    rules(expected);
    list("warnings", "notWarnings", expected.warnings(), expected.notWarnings(), kinds());
    list("questions", "notQuestions", expected.questions(), expected.notQuestions(), paths());
    expected.leans().forEach(this::leans);
  }

  private void outcome(Expectation expected) {
    Outcome outcome = decision.outcome();
    expected.outcome().ifPresent(word -> same("outcome", word, outcome.word(), deciding(outcome)));
    expected
        .decidedBy()
        .ifPresent(
            word -> {
              String by = outcome.decidedBy();
              same("decidedBy", word, by.isEmpty() ? "nothing" : by, "");
            });
    expected.contested().ifPresent(is -> same("contested", is, outcome.contested(), ""));
    expected.narrow().ifPresent(is -> same("narrow", is, outcome.narrow(), ""));
  }

  /** Why another outcome came: the rules that decided, or what went wrong between them. */
  private static String deciding(Outcome outcome) {
    boolean byRules = !outcome.rules().isEmpty() && !outcome.decidedBy().isEmpty();
    return " (" + (byRules ? String.join(", ", outcome.rules()) : outcome.because()) + ")";
  }

  private void rules(Expectation expected) {
    for (String rule : expected.because()) {
      if (!spoke.contains(rule)) {
        failures.add(new Failure("because", rule + " to speak", "it is silent"));
      }
    }
    for (String rule : expected.notBecause()) {
      if (spoke.contains(rule)) {
        failures.add(new Failure("notBecause", rule + " to be silent", "it speaks"));
      }
    }
  }

  private void list(
      String key,
      String notKey,
      Optional<List<String>> wanted,
      List<String> unwanted,
      List<String> actual) {
    wanted.ifPresent(
        names -> {
          boolean met = names.isEmpty() ? actual.isEmpty() : actual.containsAll(names);
          if (!met) {
            failures.add(new Failure(key, listed(names), "there are " + listed(actual)));
          }
        });
    if (unwanted.stream().anyMatch(actual::contains)) {
      failures.add(
          new Failure(notKey, "none of " + listed(unwanted), "there are " + listed(actual)));
    }
  }

  private void leans(String dimension, String expected) {
    String actual =
        decision.voices().stream()
            .filter(v -> v.dimension().equals(dimension))
            .findFirst()
            .map(Comparison::word)
            .orElse("not heard");
    same("leans." + dimension, expected, actual, "");
  }

  private static String word(Voice voice) {
    return voice.state() == State.LEANS && voice.leans() != null
        ? voice.leans()
        : voice.state().name().toLowerCase(Locale.ROOT);
  }

  private void same(String key, Object expected, Object actual, String why) {
    if (!expected.equals(actual)) {
      failures.add(new Failure(key, expected.toString(), "it is " + actual + why));
    }
  }

  private List<String> kinds() {
    return decision.warnings().stream().map(Advice::kind).distinct().toList();
  }

  private List<String> paths() {
    return decision.questions().stream().map(q -> q.about().path()).toList();
  }

  private static String listed(Collection<String> names) {
    return names.isEmpty() ? "none" : "[" + String.join(", ", names) + "]";
  }
}
