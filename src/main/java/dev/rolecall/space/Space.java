package dev.rolecall.space;

import dev.rolecall.rule.Literal;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.rule.Test;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.ValueType;
import dev.rolecall.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
        space.axes.put(attribute, new Axis(attribute, values(attribute.type(), constants)));
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

  private static List<Object> values(ValueType type, Set<Object> constants) {
    if (type instanceof ValueType.YesNo) {
      return List.of(true, false);
    }
    if (type instanceof ValueType.OneOf choice) {
      return List.copyOf(choice.type().names());
    }
    if (type instanceof ValueType.WholeNumber) {
      return around(type, constants, c -> (Integer) c - 1, c -> (Integer) c + 1);
    }
    if (type instanceof ValueType.Decimal) {
      return around(
          type,
          constants,
          c -> ((BigDecimal) c).subtract(step((BigDecimal) c)).stripTrailingZeros(),
          c -> ((BigDecimal) c).add(step((BigDecimal) c)).stripTrailingZeros());
    }
    List<Object> texts = new ArrayList<>(constants);
    texts.add("any other text");
    return texts;
  }

  /** A unit in the last place of a decimal: what a person would call just above it. */
  private static BigDecimal step(BigDecimal constant) {
    return BigDecimal.ONE.movePointLeft(Math.max(0, constant.scale()));
  }

  private interface Neighbour {
    Comparable<?> of(Object constant);
  }

  private static List<Object> around(
      ValueType type, Set<Object> constants, Neighbour below, Neighbour above) {
    TreeSet<Object> values = new TreeSet<>();
    for (Object constant : constants) {
      for (Object value : List.of(below.of(constant), constant, above.of(constant))) {
        if (type.allows(value)) {
          values.add(value);
        }
      }
    }
    return List.copyOf(values);
  }

  /** The attributes that some rule compares, each with a value of every class but unknown. */
  public List<Axis> axes() {
    return List.copyOf(axes.values());
  }

  /** The axis of an attribute; empty where no rule compares it. */
  public Optional<Axis> axis(Attribute attribute) {
    return Optional.ofNullable(axes.get(attribute));
  }

  /** The axes of what is asked about the work itself, dimension by dimension. */
  List<Axis> ofDimensions() {
    return axes.values().stream().filter(a -> role(a) == FactType.Role.DIMENSION).toList();
  }

  /** The axes of all that is asked about the work. */
  List<Axis> ofWork() {
    return axes.values().stream().filter(a -> role(a) != FactType.Role.CONTEXT).toList();
  }

  FactType.Role role(Axis axis) {
    return vocabulary.factOf(axis.attribute()).role();
  }
}
