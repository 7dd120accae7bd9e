package dev.rolecall.ruleset;

import dev.rolecall.decision.Balance;
import dev.rolecall.decision.Known;
import dev.rolecall.decision.Recommendation;
import dev.rolecall.decision.Voice;
import dev.rolecall.rule.Condition;
import dev.rolecall.rule.EngineFacts;
import dev.rolecall.rule.Operator;
import dev.rolecall.rule.Phase;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.rule.Test;
import dev.rolecall.rule.ValueClasses;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What Drools found, kept for all situations alike. Whether a rule speaks depends on what it reads
 * and on nothing else, and of an attribute it can tell only the class of its value. So rules that
 * read the same facts are kept together, by the classes of these facts; Drools is asked again only
 * for what it was never asked before. It stays the only judge.
 */
final class Memory {

  /** Entries of one group of rules; beyond it Drools is asked each time. */
  private static final int MOST = 100_000;

  private static final Map<String, Class<?>> ENGINE_FACTS =
      Map.of(
          EngineFacts.KNOWN, Known.class,
          EngineFacts.VOICE, Voice.class,
          EngineFacts.BALANCE, Balance.class,
          EngineFacts.RECOMMENDATION, Recommendation.class);

  private final Map<Phase, List<Group>> groups = new EnumMap<>(Phase.class);

  Memory(Rulebook rulebook) {
    Map<Attribute, ValueClasses> classes = ValueClasses.of(rulebook);
    for (Phase phase : Phase.values()) {
      Map<Set<Read>, Group> byFacts = new LinkedHashMap<>();
      for (int i = 0; i < rulebook.rules().size(); i++) {
        Rule rule = rulebook.rules().get(i);
        if (rule.phase() == phase) {
          byFacts.computeIfAbsent(factsReadBy(rule), Group::new).add(i, rule, classes);
        }
      }
      groups.put(phase, List.copyOf(byFacts.values()));
    }
  }

  /**
   * A fact that a rule reads.
   *
   * @param dimension of a voice, where the rule names one; else empty
   */
  private record Read(String fact, String dimension) {

    static Read of(Condition.Pattern pattern) {
      String fact = pattern.fact().name();
      for (Test test : pattern.tests()) {
        if (fact.equals(EngineFacts.VOICE)
            && test instanceof Test.Comparison comparison
            && comparison.attribute().name().equals("dimension")
            && comparison.operator() == Operator.EQUAL) {
          return new Read(fact, String.valueOf(comparison.literals().get(0).value()));
        }
      }
      return new Read(fact, "");
    }

    boolean reads(Object engineFact) {
      return engineFact.getClass() == ENGINE_FACTS.get(fact)
          && (dimension.isEmpty()
              || (engineFact instanceof Voice voice && voice.dimension().equals(dimension)));
    }
  }

  private static Set<Read> factsReadBy(Rule rule) {
    return rule.when().patterns().map(Read::of).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The rules of a phase that speak, if that is known.
   *
   * @param facts those of the engine, of this phase and the earlier ones
   */
  @Nullable BitSet recall(Phase phase, Situation situation, List<?> facts) {
    BitSet all = new BitSet();
    for (Group group : groups.getOrDefault(phase, List.of())) {
      BitSet spoke = group.canRemember() ? group.spoke.get(group.key(situation, facts)) : null;
      if (spoke == null) {
        return null;
      }
      all.or(spoke);
    }
    return all;
  }

  void keep(Phase phase, Situation situation, List<?> facts, BitSet spoke) {
    for (Group group : groups.getOrDefault(phase, List.of())) {
      if (group.canRemember() && group.spoke.size() < MOST) {
        BitSet ofGroup = (BitSet) spoke.clone();
        ofGroup.and(group.rules);
        group.spoke.putIfAbsent(group.key(situation, facts), ofGroup);
      }
    }
  }

  /**
   * What decides whether the rules of a group speak: the classes of the values they read, and the
   * engine's facts.
   */
  private record Key(long classes, List<Object> engineFacts) {}

  /** Rules of one phase that read the same types of facts. */
  private static final class Group {
    private final List<Read> engineFacts;
    private final BitSet rules = new BitSet();
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<ValueClasses> classes = new ArrayList<>();
    private final Map<Key, BitSet> spoke = new ConcurrentHashMap<>();
    private double combinations = 1;

    Group(Set<Read> facts) {
      this.engineFacts = facts.stream().filter(f -> ENGINE_FACTS.containsKey(f.fact())).toList();
    }

    void add(int position, Rule rule, Map<Attribute, ValueClasses> all) {
      rules.set(position);
      rule.when()
          .comparisons()
          .map(Test.Comparison::attribute)
          .filter(a -> !EngineFacts.names().contains(a.fact()))
          .forEach(attribute -> read(attribute, all));
    }

    private void read(Attribute attribute, Map<Attribute, ValueClasses> all) {
      ValueClasses ofAttribute = all.get(attribute);
      if (ofAttribute != null && !attributes.contains(attribute)) {
        attributes.add(attribute);
        classes.add(ofAttribute);
        combinations *= ofAttribute.count();
      }
    }

    /** Whether all combinations of classes have a number of their own. */
    boolean canRemember() {
      return combinations < Long.MAX_VALUE;
    }

    Key key(Situation situation, List<?> facts) {
      long number = 0;
      for (int i = 0; i < classes.size(); i++) {
        number =
            number * classes.get(i).count() + classes.get(i).of(situation.value(attributes.get(i)));
      }
      List<Object> read = new ArrayList<>();
      for (Object fact : facts) {
        if (isRead(fact)) {
          read.add(fact);
        }
      }
      return new Key(number, read);
    }

    private boolean isRead(Object engineFact) {
      for (Read read : engineFacts) {
        if (read.reads(engineFact)) {
          return true;
        }
      }
      return false;
    }
  }
}
