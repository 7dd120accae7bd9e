package dev.rolecall.explain;

import dev.rolecall.decision.Voice;
import dev.rolecall.rule.Condition;
import dev.rolecall.rule.EngineFacts;
import dev.rolecall.rule.Operator;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Test;
import dev.rolecall.ruleset.Judgement;
import dev.rolecall.ruleset.Probe;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.ruleset.Standing;
import dev.rolecall.space.NearestValues;
import dev.rolecall.space.Setting;
import dev.rolecall.vocabulary.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives account of rules in one situation. */
final class Accounts {

  private final Ruleset ruleset;
  private final Judgement judgement;
  private final @Nullable NearestValues nearest;

  /**
   * @param nearest null where nothing is suggested
   */
  Accounts(Ruleset ruleset, Judgement judgement, @Nullable NearestValues nearest) {
    this.ruleset = ruleset;
    this.judgement = judgement;
    this.nearest = nearest;
  }

  Account of(Rule rule) {
    boolean speaks = judgement.spoke(rule);
    Optional<List<Setting>> needed =
        speaks || nearest == null ? Optional.empty() : nearest.of(rule, judgement);
    List<Clause> conditions = new ArrayList<>();
    for (Probe probe : ruleset.probes().of(rule)) {
      clauses(probe, needed.orElse(List.of())).forEach(conditions::add);
    }
    return new Account(rule, ruleset.placeOf(rule), speaks, conditions, needed);
  }

  /** What has to be met, all of it: a fact's tests are conditions like those of different facts. */
  private Stream<Clause> clauses(Probe probe, List<Setting> needed) {
    return probe.join() == Probe.Join.ALL && probe.attribute().isEmpty()
        ? probe.parts().stream().flatMap(p -> clauses(p, needed))
        : Stream.of(clause(probe, needed));
  }

  private Clause clause(Probe probe, List<Setting> needed) {
    Optional<Attribute> attribute = probe.attribute();
    List<Clause> parts =
        attribute.isPresent()
            ? List.of()
            : probe.parts().stream().map(p -> clause(p, needed)).toList();
    Standing standing = judgement.of(probe);
    return new Clause(
        ConditionWords.of(probe.when()),
        standing,
        probe.join(),
        attribute,
        attribute.map(judgement::value).orElse(null),
        standing == Standing.NOT_ASKED ? "" : now(probe, standing),
        standing == Standing.MET ? Optional.empty() : nearest(probe, needed),
        parts);
  }

  /** What the whole rule needs of the attribute where that meets it, else what it needs itself. */
  private Optional<Setting> nearest(Probe probe, List<Setting> needed) {
    if (nearest == null) {
      return Optional.empty();
    }
    Optional<Setting> own = nearest.of(probe, judgement);
    Optional<Setting> shared =
        needed.stream()
            .filter(s -> probe.answerable().filter(s.attribute()::equals).isPresent())
            .findFirst();
    return own.isPresent() && shared.isPresent() ? shared : own;
  }

  private String now(Probe probe, Standing standing) {
    Optional<Attribute> attribute = probe.attribute();
    if (attribute.isPresent()) {
      return standing == Standing.MET && saysValue(probe) ? "" : now(attribute.get());
    }
    return probe.when() instanceof Condition.Pattern pattern
            && pattern.fact().name().equals(EngineFacts.VOICE)
        ? voices(pattern, standing)
        : "";
  }

  /** Where its words, being met, say what the value is. */
  private static boolean saysValue(Probe probe) {
    List<Test.Comparison> comparisons = probe.when().comparisons().toList();
    return probe.join() == Probe.Join.ONE
        && comparisons.size() == 1
        && comparisons.get(0).operator() == Operator.EQUAL;
  }

  private String now(Attribute attribute) {
    Object value = judgement.value(attribute);
    if (value == null) {
      return EngineFacts.names().contains(attribute.fact()) ? "there is none" : "it is not known";
    }
    boolean times =
        attribute.fact().equals(EngineFacts.BALANCE) && attribute.name().equals("times");
    return times && judgement.decision().balance().isAlone()
        ? "no other outcome has a voice"
        : "it is " + Values.print(attribute, value);
  }

  /** How the voices stand that a condition is about: of one dimension, or all. */
  private String voices(Condition.Pattern pattern, Standing standing) {
    List<String> named =
        pattern.tests().stream()
            .flatMap(Test::comparisons)
            .filter(c -> c.attribute().name().equals("dimension"))
            .flatMap(c -> c.literals().stream())
            .map(l -> String.valueOf(l.value()))
            .toList();
    List<Voice> voices =
        judgement.decision().voices().stream()
            .filter(v -> named.isEmpty() || named.contains(v.dimension()))
            .toList();
    if (standing == Standing.MET && !named.isEmpty()) {
      return "";
    }
    return named.size() == 1 && voices.size() == 1
        ? "it " + VoiceState.of(voices.get(0), ruleset.vocabulary())
        : voices.stream()
            .map(v -> v.dimension() + " " + VoiceState.of(v, ruleset.vocabulary()))
            .collect(Collectors.joining(", "));
  }
}
