package dev.rolecall.vocabulary;

import dev.rolecall.problem.Nearest;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the values of an attribute can be. A value is an {@link Integer}, a {@link BigDecimal}, a
 * {@link Boolean}, or a {@link String}: a text, or the name of a constant.
 */
public sealed interface ValueType {

  /** What is allowed, to complete "expected …". */
  String expectation();

  /** Whether a value of the right Java type is in the range, or among the constants. */
  boolean allows(Object value);

  /** How a value reads in a sentence: labels for constants, yes or no for truth. */
  default String print(Object value) {
    return value.toString();
  }

  /** From {@code least} to {@code most}, both included. */
  record WholeNumber(int least, int most) implements ValueType {
    @Override
    public String expectation() {
      return "a whole number from " + least + " to " + most;
    }

    @Override
    public boolean allows(Object value) {
      return value instanceof Integer number && number >= least && number <= most;
    }
  }

  /** From {@code least} to {@code most}, both included; null where there is no bound. */
  record Decimal(@Nullable BigDecimal least, @Nullable BigDecimal most) implements ValueType {

    /**
     * Digits before and after the point; more is no quantity, and 1E999999999 must never be written
     * out.
     */
    private static final int DIGITS = 40;

    @Override
    public String expectation() {
      return "a number"
          + (least == null ? "" : " from " + least.toPlainString())
          + (most == null ? "" : " to " + most.toPlainString());
    }

    @Override
    public boolean allows(Object value) {
      return value instanceof BigDecimal number
          && Math.abs((long) number.scale()) <= DIGITS
          && number.precision() - (long) number.scale() <= DIGITS
          && (least == null || number.compareTo(least) >= 0)
          && (most == null || number.compareTo(most) <= 0);
    }

    @Override
    public String print(Object value) {
      return ((BigDecimal) value).toPlainString();
    }
  }

  record YesNo() implements ValueType {
    @Override
    public String expectation() {
      return "`yes` or `no`";
    }

    @Override
    public boolean allows(Object value) {
      return value instanceof Boolean;
    }

    @Override
    public String print(Object value) {
      return (Boolean) value ? "yes" : "no";
    }
  }

  /** Any text; where {@code names} is not empty, one of these. */
  record Text(List<String> names) implements ValueType {
    @Override
    public String expectation() {
      return names.isEmpty() ? "a text" : "one of " + Nearest.list(names);
    }

    @Override
    public boolean allows(Object value) {
      return value instanceof String text && (names.isEmpty() || names.contains(text));
    }
  }

  record OneOf(EnumType type) implements ValueType {
    @Override
    public String expectation() {
      return "one of " + Nearest.list(type.names());
    }

    @Override
    public boolean allows(Object value) {
      return value instanceof String name && type.rank(name) >= 0;
    }

    @Override
    public String print(Object value) {
      return type.label((String) value);
    }
  }
}
