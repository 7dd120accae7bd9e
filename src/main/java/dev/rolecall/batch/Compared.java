package dev.rolecall.batch;

import dev.rolecall.decision.Advice;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Finding;
import dev.rolecall.decision.Outcome;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import dev.rolecall.space.Gist;
import dev.rolecall.vocabulary.Attribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The decisions of one case under two versions of the rules, held against each other. */
record Compared(Decision before, Decision after) {

  Flip flip() {
    if (!before.outcome().word().equals(after.outcome().word())) {
      return Flip.ofOutcome(before.outcome(), after.outcome());
    }
    if (!Gist.of(before).equals(Gist.of(after))) {
      return Flip.MARKED;
    }
    return said(before).equals(said(after)) ? Flip.SAME : Flip.REASONED;
  }

  /** What has to be known of the answer in one version and not in the other. */
  List<String> appeared() {
    return beyond(after, before);
  }

  List<String> gone() {
    return beyond(before, after);
  }

  private static List<String> beyond(Decision one, Decision other) {
    List<String> beyond = remarks(one);
    beyond.removeAll(remarks(other));
    return List.copyOf(beyond);
  }

  /** The marks of the outcome, then the kinds of warnings. */
  private static List<String> remarks(Decision decision) {
    Outcome outcome = decision.outcome();
    List<String> remarks = new ArrayList<>();
    if (outcome.contested()) {
      remarks.add("contested");
    }
    if (outcome.narrow()) {
      remarks.add("narrow");
    }
    if (outcome.inferred()) {
      remarks.add("rests on inferred answers");
    }
    decision.warnings().stream().map(Advice::label).distinct().forEach(remarks::add);
    return remarks;
  }

  /** How many answers about the work both rest on. */
  int answers() {
    Situation situation = after.situation();
    return situation.count(Origin.STATED) + situation.count(Origin.INFERRED);
  }

  /** All that a decision says, without where its rules stand. */
  private static List<Object> said(Decision decision) {
    return List.of(
        decision.outcome(),
        decision.voices(),
        decision.findings().stream()
            .map(f -> List.of(f.rule(), f.leans(), f.weight(), f.because()))
            .toList(),
        decision.warnings(),
        decision.questions().stream().map(q -> q.about().path()).toList(),
        decision.suggestions());
  }

  /**
   * What made the difference: the rules that were changed and speak in one version only, or
   * otherwise; where there are none, the attributes that a table gives another value; else the
   * first rules that speak otherwise.
   *
   * @param changed the ids of the rules that the versions do not have alike
   */
  Set<String> causes(Set<String> changed) {
    List<Set<String>> steps = new ArrayList<>();
    Set<String> voices = differing(voices(before), voices(after));
    steps.add(differing(findings(before, voices), findings(after, voices)));
    steps.add(differing(deciding(before), deciding(after)));
    if (flip() == Flip.MARKED) {
      steps.add(differing(warnings(before), warnings(after)));
    }
    Set<String> causes = new TreeSet<>();
    steps.forEach(causes::addAll);
    causes.retainAll(changed);
    if (causes.isEmpty()) {
      causes.addAll(differing(derived(before.situation()), derived(after.situation())));
    }
    if (causes.isEmpty()) {
      steps.stream().filter(s -> !s.isEmpty()).findFirst().ifPresent(causes::addAll);
    }
    return causes;
  }

  private static Set<String> differing(Map<String, ?> before, Map<String, ?> after) {
    Set<String> differing = new HashSet<>(before.keySet());
    differing.addAll(after.keySet());
    differing.removeIf(key -> Objects.equals(before.get(key), after.get(key)));
    return differing;
  }

  private static Map<String, String> voices(Decision decision) {
    Map<String, String> voices = new HashMap<>();
    decision.voices().forEach(v -> voices.put(v.dimension(), v.state() + " " + v.leans()));
    return voices;
  }

  /** Of the dimensions that have another voice: nothing else of a finding reaches an outcome. */
  private static Map<String, String> findings(Decision decision, Set<String> dimensions) {
    Map<String, String> findings = new HashMap<>();
    for (Finding finding : decision.findings()) {
      if (dimensions.contains(finding.dimension())) {
        findings.put(finding.rule(), finding.leans() + " " + finding.weight());
      }
    }
    return findings;
  }

  private static Map<String, String> deciding(Decision decision) {
    Map<String, String> deciding = new HashMap<>();
    decision.outcome().rules().forEach(rule -> deciding.put(rule, decision.outcome().word()));
    return deciding;
  }

  private static Map<String, String> warnings(Decision decision) {
    Map<String, String> warnings = new HashMap<>();
    for (Advice warning : decision.warnings()) {
      warnings.put(warning.rule(), warning.kind());
    }
    return warnings;
  }

  private static Map<String, Object> derived(Situation situation) {
    Map<String, Object> derived = new TreeMap<>();
    for (Attribute attribute : situation.vocabulary().attributes()) {
      situation
          .answer(attribute)
          .filter(a -> a.origin() == Origin.DERIVED)
          .map(Answer::value)
          .ifPresent(value -> derived.put(attribute.path(), value));
    }
    return derived;
  }
}
