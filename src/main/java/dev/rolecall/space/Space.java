package dev.rolecall.space;

import dev.rolecall.rule.Literal;
import dev.rolecall.rule.Representatives;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.rule.Test;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** The axes of all situations of a vocabulary, as far as the rules can tell them apart. */
public final class Space {

  private final Map<Attribute, Axis> axes = new LinkedHashMap<>();
  private final Vocabulary vocabulary;

  private Space(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** From the tree alone: nothing is evaluated. */
  public static Space of(Rulebook rulebook) {
    Space space = new Space(rulebook.vocabulary());
    Map<Attribute, Set<Object>> compared = new LinkedHashMap<>();
    rulebook.rules().forEach(r -> r.when().comparisons().forEach(c -> literals(c, compared)));
    for (Attribute attribute : rulebook.vocabulary().attributes()) {
      Set<Object> constants = compared.get(attribute);
      if (constants != null) {
        space.axes.put(
            attribute, new Axis(attribute, Representatives.of(attribute.type(), constants)));
      }
    }
    return space;
  }

  private static void literals(Test.Comparison comparison, Map<Attribute, Set<Object>> into) {
    Set<Object> constants =
        into.computeIfAbsent(comparison.attribute(), a -> new LinkedHashSet<>());
    comparison.literals().stream()
        .map(Literal::value)
        .filter(v -> v != null)
        .forEach(constants::add);
  }

  /** The attributes that some rule compares, each with a value of every class but unknown. */
  public List<Axis> axes() {
    return List.copyOf(axes.values());
  }

  /** The axis of an attribute; empty where no rule compares it. */
  public Optional<Axis> axis(Attribute attribute) {
    return Optional.ofNullable(axes.get(attribute));
  }

  /** The axes of all that is asked about the work. */
  List<Axis> ofWork() {
    return axes.values().stream().filter(a -> role(a) != FactType.Role.CONTEXT).toList();
  }

  FactType.Role role(Axis axis) {
    return vocabulary.factOf(axis.attribute()).role();
  }

  /**
   * A situation with all open questions answered at random, each class of values as likely as
   * another.
   */
  static Situation sample(Situation situation, List<Axis> open, SplittableRandom random) {
    Situation.Builder complete = situation.change();
    for (Axis axis : open) {
      complete.set(
          axis.attribute(), Answer.stated(axis.values().get(random.nextInt(axis.values().size()))));
    }
    return complete.build();
  }
}
