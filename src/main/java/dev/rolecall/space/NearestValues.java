package dev.rolecall.space;

import dev.rolecall.rule.Literal;
import dev.rolecall.rule.Rule;
import dev.rolecall.ruleset.Judgement;
import dev.rolecall.ruleset.Probe;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * For a condition that is not met, the value that would meet it and lies nearest to the actual one:
 * numbers by their distance, others in the order of the vocabulary, unknown last. Drools says which
 * values meet it: each value of each axis is tried once, those of different axes together, for a
 * condition on one attribute is blind to the others.
 */
public final class NearestValues {

  private static final BigDecimal FURTHEST = BigDecimal.TEN.pow(100);

  private final Ruleset ruleset;
  private final Map<Attribute, List<Trial>> trials = new HashMap<>();

  /**
   * A value and what Drools found of it.
   *
   * @param value null is unknown
   */
  private record Trial(@Nullable Object value, Predicate<Probe> met) {}

  /** That a condition on one attribute is met, or that it is not. */
  private record Demand(Probe probe, boolean met) {}

  private NearestValues(Ruleset ruleset) {
    this.ruleset = ruleset;
  }

  public static NearestValues of(Ruleset ruleset, Space space) {
    NearestValues nearest = new NearestValues(ruleset);
    int longest = space.axes().stream().mapToInt(a -> a.values().size()).max().orElse(0);
    for (int i = 0; i <= longest; i++) {
      nearest.attempt(space.axes(), i);
    }
    return nearest;
  }

  /** Tries one value of each axis; those that have no more are unknown. */
  private void attempt(List<Axis> axes, int position) {
    Situation.Builder situation = Situation.of(ruleset.vocabulary(), "");
    for (Axis axis : axes) {
      if (position < axis.values().size()) {
        situation.set(axis.attribute(), Answer.stated(axis.values().get(position)));
      }
    }
    Predicate<Probe> met = ruleset.probes().judgeFacts(situation.build());
    for (Axis axis : axes) {
      List<Trial> ofAxis = trials.computeIfAbsent(axis.attribute(), a -> new ArrayList<>());
      if (position <= axis.values().size()) {
        ofAxis.add(
            new Trial(position < axis.values().size() ? axis.values().get(position) : null, met));
      }
    }
  }

  /**
   * The nearest value that would meet a condition; empty where it is about several attributes or
   * about a fact of the engine, or where no value does.
   */
  public Optional<Setting> of(Probe probe, Judgement judgement) {
    return probe.answerable().flatMap(a -> nearest(a, List.of(new Demand(probe, true)), judgement));
  }

  /**
   * The values that make a rule speak, each of them the nearest that its conditions leave. Tried by
   * Drools before it is claimed; empty where a condition is about something that nobody can answer,
   * or where other answers are needed than these.
   */
  public Optional<List<Setting>> of(Rule rule, Judgement judgement) {
    Situation situation = judgement.decision().situation();
    Map<Attribute, List<Demand>> demands = new LinkedHashMap<>();
    for (Probe probe : ruleset.probes().of(rule)) {
      if (!demand(probe, true, judgement, demands)) {
        return Optional.empty();
      }
    }
    List<Setting> settings = new ArrayList<>();
    for (Map.Entry<Attribute, List<Demand>> demand : demands.entrySet()) {
      Optional<Setting> nearest = nearest(demand.getKey(), demand.getValue(), judgement);
      if (nearest.isEmpty()) {
        return Optional.empty();
      }
      settings.add(nearest.get());
    }
    settings.removeIf(s -> Objects.equals(s.value(), situation.value(s.attribute())));
    return ruleset.speaks(rule, Setting.apply(settings, situation))
        ? Optional.of(settings)
        : Optional.empty();
  }

  /** Adds what is needed of each attribute; false where it cannot be had by answers. */
  private boolean demand(
      Probe probe, boolean met, Judgement judgement, Map<Attribute, List<Demand>> into) {
    Optional<Attribute> attribute = probe.answerable();
    if (attribute.isPresent()) {
      into.computeIfAbsent(attribute.get(), a -> new ArrayList<>()).add(new Demand(probe, met));
      return nearest(attribute.get(), into.get(attribute.get()), judgement).isPresent();
    }
    if (probe.join() == Probe.Join.ONE || probe.attribute().isPresent()) {
      return judgement.met(probe) == met;
    }
    if (probe.join() == Probe.Join.NOT) {
      return demand(probe.parts().get(0), !met, judgement, into);
    }
    return met == (probe.join() == Probe.Join.ALL)
        ? probe.parts().stream().allMatch(p -> demand(p, met, judgement, into))
        : demandOne(probe.parts(), met, judgement, into);
  }

  /** What holds already is left alone; else the first way that there is. */
  private boolean demandOne(
      List<Probe> ways, boolean met, Judgement judgement, Map<Attribute, List<Demand>> into) {
    Comparator<Probe> heldFirst = Comparator.comparing(p -> judgement.met(p) != met);
    for (Probe way : ways.stream().sorted(heldFirst).toList()) {
      Map<Attribute, List<Demand>> tried = new LinkedHashMap<>();
      into.forEach((attribute, demands) -> tried.put(attribute, new ArrayList<>(demands)));
      if (demand(way, met, judgement, tried)) {
        into.putAll(tried);
        return true;
      }
    }
    return false;
  }

  private Optional<Setting> nearest(
      Attribute attribute, List<Demand> demands, Judgement judgement) {
    Object actual = judgement.value(attribute);
    if (demands.stream().allMatch(d -> judgement.met(d.probe) == d.met)) {
      return Optional.of(new Setting(attribute, actual));
    }
    Object from = actual == null ? constant(demands) : actual;
    return trials.getOrDefault(attribute, List.of()).stream()
        .filter(t -> demands.stream().allMatch(d -> t.met.test(d.probe) == d.met))
        .min(Comparator.comparing(t -> distance(t.value, from)))
        .map(t -> new Setting(attribute, t.value));
  }

  /** What conditions compare with, to start from where nothing is known. */
  private static @Nullable Object constant(List<Demand> demands) {
    return demands.stream()
        .flatMap(d -> d.probe.when().comparisons())
        .flatMap(c -> c.literals().stream())
        .map(Literal::value)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static BigDecimal distance(@Nullable Object value, @Nullable Object from) {
    if (value == null) {
      return FURTHEST;
    }
    return value instanceof Number && from instanceof Number
        ? number(value).subtract(number(from)).abs()
        : BigDecimal.ZERO;
  }

  private static BigDecimal number(Object value) {
    return value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
  }
}
