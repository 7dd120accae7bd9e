package dev.rolecall.intake;

import dev.rolecall.situation.Words;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.ValueType;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as people write it: {@code 1,000}, {@code 3.0}, {@code 5 teams}, or everything between
 * two, {@code 3-5}, or from one on, {@code 3+}.
 *
 * @param most the same as {@code least} for a single number; null where it is open
 */
record Amount(BigDecimal least, @Nullable BigDecimal most) {

  private static final String NUMBER =
      "\\d{1,3}(?:([,.'’ \u00A0\u202F])\\d{3}(?:\\%d\\d{3})*)|\\d+(?:[.,]\\d+)?";

  private static final String FIRST = NUMBER.formatted(2);
  private static final String SECOND = NUMBER.formatted(4);

  /** Number, then another or a plus, then what is counted. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "("
              + FIRST
              + ")\\s*(?:(?:-|–|—|\\.\\.+|to|bis|à)\\s*("
              + SECOND
              + ")|(\\+))?"
              + "\\s*([\\p{L} ]{0,30})");

  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([,.'’ \u00A0\u202F]\\d{3})+");

  /** A cell is no longer than that; more is a text. */
  private static final int LONGEST = 80;

  /** The amount that a cell holds, or null where it holds something else. */
  static @Nullable Amount of(Attribute attribute, String cell) {
    String text = cell.strip().toLowerCase(Locale.ROOT);
    Matcher written = WRITTEN.matcher(text);
    if (text.length() > LONGEST || !written.matches() || !counts(attribute, written.group(6))) {
      return null;
    }
    BigDecimal least = number(attribute.type(), written.group(1));
    if (least == null) {
      return null;
    }
    if (written.group(5) != null) {
      return new Amount(least, null);
    }
    BigDecimal most = written.group(3) == null ? least : number(attribute.type(), written.group(3));
    return most == null ? null : new Amount(least, most);
  }

  boolean isSingle() {
    return least.equals(most);
  }

  /** The least of it as a value of the attribute. */
  Object value(ValueType type) {
    return valueOf(type, least);
  }

  private static Object valueOf(ValueType type, BigDecimal number) {
    return type instanceof ValueType.WholeNumber ? (Object) number.intValueExact() : number;
  }

  /** {@code 5 teams} is of {@code teams}; {@code 2 years} is no number of quarters. */
  private static boolean counts(Attribute attribute, String unit) {
    String counted = Words.key(unit);
    String singular = counted.endsWith("s") ? counted.substring(0, counted.length() - 1) : counted;
    return Words.key(attribute.name()).startsWith(singular);
  }

  private static @Nullable BigDecimal number(ValueType type, String digits) {
    boolean whole = type instanceof ValueType.WholeNumber;
    // Between digits in threes stand separators; `1.500` of something counted is no fraction.
    boolean grouped = GROUPED.matcher(digits).matches() && (whole || digits.indexOf('.') < 0);
    String plain = grouped ? digits.replaceAll("\\D", "") : digits.replace(',', '.');
    BigDecimal number = new BigDecimal(plain);
    try {
      return type.allows(valueOf(type, number)) ? number : null;
    } catch (ArithmeticException e) {
      return null;
    }
  }
}
