package dev.rolecall.situation;

import dev.rolecall.problem.Nearest;
import dev.rolecall.vocabulary.Constant;
import dev.rolecall.vocabulary.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values that people write: cells, and scalars of documents. Case, spaces and signs are
 * forgiven.
 */
public final class ValueReader {

  private static final Set<String> YES = Set.of("yes", "y", "true", "1");
  private static final Set<String> NO = Set.of("no", "n", "false", "0");
  private static final Set<String> UNKNOWN = Set.of("", "?", "-", "n/a", "unknown", "not known");

  /** Reading a number takes the square of its length. */
  private static final int LONGEST_NUMBER = 100;

  private ValueReader() {}

  /** Whether a cell with these words means that the value is not known. */
  public static boolean saysUnknown(String words) {
    return UNKNOWN.contains(words.strip().toLowerCase(Locale.ROOT));
  }

  /** What was read: a value, nothing (unknown), or what is wrong with it. */
  public record Reading(@Nullable Object value, @Nullable String problem) {
    static final Reading NOTHING = new Reading(null, null);

    static Reading of(Object value) {
      return new Reading(value, null);
    }
  }

  /** Reads a cell. Blank and {@code unknown} mean that the value is not known. */
  public static Reading read(ValueType type, String cell) {
    String text = cell.strip();
    if (type instanceof ValueType.Text) {
      return text.isEmpty() ? Reading.NOTHING : checked(type, text, text);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (UNKNOWN.contains(lower)) {
      return Reading.NOTHING;
    }
    if (type instanceof ValueType.YesNo) {
      return YES.contains(lower)
          ? Reading.of(true)
          : NO.contains(lower) ? Reading.of(false) : wrong(type, text, List.of("yes", "no"));
    }
    if (type instanceof ValueType.OneOf choice) {
      return constant(choice, text);
    }
    try {
      return text.length() > LONGEST_NUMBER
          ? wrong(type, text, List.of())
          : number(type, new BigDecimal(text), text);
    } catch (NumberFormatException e) {
      return wrong(type, text, List.of());
    }
  }

  /** Reads a scalar of a document: a text as a cell is read, a number or truth as what it is. */
  public static Reading read(ValueType type, @Nullable Object scalar, String text) {
    if (scalar == null) {
      return Reading.NOTHING;
    }
    if (scalar instanceof String || type instanceof ValueType.Text) {
      return read(type, text);
    }
    if (scalar instanceof Boolean truth) {
      return type instanceof ValueType.YesNo ? Reading.of(truth) : wrong(type, text, List.of());
    }
    boolean number = type instanceof ValueType.WholeNumber || type instanceof ValueType.Decimal;
    return number ? number(type, decimal((Number) scalar), text) : wrong(type, text, List.of());
  }

  private static BigDecimal decimal(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    return number instanceof BigInteger big
        ? new BigDecimal(big)
        : BigDecimal.valueOf(number.longValue());
  }

  private static Reading number(ValueType type, BigDecimal number, String text) {
    if (type instanceof ValueType.Decimal) {
      return checked(type, number, text);
    }
    boolean fits =
        number.precision() - (long) number.scale() <= 10; // 1E+999999999 must not be written out
    try {
      return fits ? checked(type, number.intValueExact(), text) : wrong(type, text, List.of());
    } catch (ArithmeticException e) {
      return wrong(type, text, List.of());
    }
  }

  private static Reading constant(ValueType.OneOf choice, String text) {
    if (choice.type().rank(text) >= 0) {
      return Reading.of(text);
    }
    String key = Words.key(text);
    for (Constant constant : choice.type().constants()) {
      if (key.equals(Words.key(constant.name())) || key.equals(Words.key(constant.label()))) {
        return Reading.of(constant.name());
      }
    }
    List<String> candidates = new ArrayList<>(choice.type().names());
    choice.type().constants().forEach(constant -> candidates.add(constant.label()));
    return wrong(choice, text, candidates);
  }

  private static Reading checked(ValueType type, Object value, String text) {
    return type.allows(value) ? Reading.of(value) : wrong(type, text, List.of());
  }

  private static Reading wrong(ValueType type, String text, List<String> candidates) {
    String found = text.length() > 60 ? text.substring(0, 60) + "…" : text;
    return new Reading(
        null, "`" + found + "` is not " + type.expectation() + Nearest.maybe(text, candidates));
  }
}
