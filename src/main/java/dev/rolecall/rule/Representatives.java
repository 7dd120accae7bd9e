package dev.rolecall.rule;

import dev.rolecall.vocabulary.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A value of every class that constants can tell apart: each of them, its neighbours, what lies
 * beyond. Unknown is a class too, and not among them.
 */
public final class Representatives {

  private Representatives() {}

  /**
   * @param constants what rules compare with, of the type
   * @return ascending, or in the order of the vocabulary
   */
  public static List<Object> of(ValueType type, Set<Object> constants) {
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
}
