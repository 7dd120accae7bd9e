package dev.rolecall.rule;

import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The equivalence classes of an attribute: rules compare it with constants only, so two values
 * between the same constants make the same rules speak. Class 0 is unknown.
 */
public final class ValueClasses {

  private final ValueType type;

  /** The constants of a number or a text, ascending. */
  private final List<Comparable<Object>> constants;

  private ValueClasses(ValueType type, List<Comparable<Object>> constants) {
    this.type = type;
    this.constants = constants;
  }

  /** The classes of every declared attribute that a rulebook compares. */
  public static Map<Attribute, ValueClasses> of(Rulebook rulebook) {
    Map<Attribute, TreeSet<Comparable<Object>>> compared = new HashMap<>();
    for (Rule rule : rulebook.rules()) {
      rule.when()
          .comparisons()
          .forEach(
              c -> constants(c, compared.computeIfAbsent(c.attribute(), a -> new TreeSet<>())));
    }
    Map<Attribute, ValueClasses> classes = new HashMap<>();
    compared.forEach(
        (attribute, constants) ->
            classes.put(attribute, new ValueClasses(attribute.type(), new ArrayList<>(constants))));
    return classes;
  }

  @SuppressWarnings("unchecked") // the literals of one attribute are all of its one type
  private static void constants(Test.Comparison comparison, TreeSet<Comparable<Object>> into) {
    for (Literal literal : comparison.literals()) {
      if (literal.value() instanceof Comparable<?> value) {
        into.add((Comparable<Object>) value);
      }
    }
  }

  /** How many classes there are, unknown among them. */
  public int count() {
    if (type instanceof ValueType.YesNo) {
      return 3;
    }
    return type instanceof ValueType.OneOf choice
        ? choice.type().constants().size() + 1
        : 2 * constants.size() + 2;
  }

  /** The class of a value, from 0 to {@link #count()} - 1. */
  public int of(@Nullable Object value) {
    if (value == null) {
      return 0;
    }
    if (type instanceof ValueType.YesNo) {
      return (Boolean) value ? 2 : 1;
    }
    return type instanceof ValueType.OneOf choice
        ? 1 + choice.type().rank((String) value)
        : between(value);
  }

  /**
   * 1 below the first constant, 2 at it, 3 behind it, and so on; equal numbers are one class
   * whatever their scale.
   */
  private int between(Object value) {
    int position = 1;
    for (Comparable<Object> constant : constants) {
      int order = constant.compareTo(value);
      if (order >= 0) {
        return order == 0 ? position + 1 : position;
      }
      position += 2;
    }
    return position;
  }
}
