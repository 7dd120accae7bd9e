package dev.rolecall.space;

import dev.rolecall.rule.Literal;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.rule.Test;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
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
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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
    if (type instanceof ValueType.WholeNumber number) {
      return wholeNumbers(type, constants.isEmpty() ? Set.of(number.least()) : constants);
    }
    if (type instanceof ValueType.Decimal decimal) {
      return decimals(decimal, constants);
    }
    List<Object> texts = new ArrayList<>(constants);
    texts.add("any other text");
    return texts;
  }

  /** The constants, the middle between neighbours, and what lies beyond the first and the last. */
  private static List<Object> decimals(ValueType.Decimal type, Set<Object> constants) {
    TreeSet<BigDecimal> ascending = new TreeSet<>();
    constants.forEach(c -> ascending.add((BigDecimal) c));
    if (ascending.isEmpty()) {
      ascending.add(
          type.least() != null
              ? type.least()
              : type.most() != null ? type.most() : BigDecimal.ZERO);
    }
    List<BigDecimal> values = new ArrayList<>(ascending);
    BigDecimal before = null;
    for (BigDecimal constant : ascending) {
      if (before != null) {
        values.add(before.add(constant).divide(BigDecimal.valueOf(2)));
      }
      before = constant;
    }
    values.add(beyond(ascending.first(), type.least(), -1));
    values.add(beyond(ascending.last(), type.most(), 1));
    return List.copyOf(
        new TreeSet<>(
            values.stream().map(BigDecimal::stripTrailingZeros).filter(type::allows).toList()));
  }

  /** The middle between a constant and the bound of the range, or the next whole step. */
  private static BigDecimal beyond(BigDecimal constant, @Nullable BigDecimal bound, int step) {
    return bound == null
        ? constant.add(BigDecimal.valueOf(step))
        : constant.add(bound).divide(BigDecimal.valueOf(2));
  }

  /** Each constant with its neighbours, as far as the range has them. */
  private static List<Object> wholeNumbers(ValueType type, Set<Object> constants) {
    TreeSet<Integer> values = new TreeSet<>();
    for (Object constant : constants) {
      for (long near = (Integer) constant - 1L; near <= (Integer) constant + 1L; near++) {
        if (near == (int) near && type.allows((int) near)) {
          values.add((int) near);
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
