package dev.rolecall.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text that a spreadsheet shows for what a cell holds: dates as dates, numbers without a {@code
 * .0}, percentages and leading zeros where the format shows them.
 */
final class CellText {

  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /** Colours, conditions and literal texts of a number format. */
  private static final Pattern NOT_A_PLACE = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.");

  private static final Pattern OF_A_DATE = Pattern.compile("(?i)[ymdhs]");

  /** An id as people format one: {@code 00000} or {@code "REQ-"0000}. */
  private static final Pattern OF_AN_ID =
      Pattern.compile("(?:\"([^\"]{0,40})\")?(0{1,18})(?:\"([^\"]{0,40})\")?");

  /** How a workbook writes what XML cannot, and ends of lines. */
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  /** The last day that spreadsheets know, 9999-12-31. */
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

  private static final int LONGEST_NUMBER = 40;

  /** As many digits as a spreadsheet shows: {@code 0.30000000000000004} is meant to be 0.3. */
  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

  private enum Shape {
    NUMBER,
    DATE,
    PERCENT,
    ID
  }

  private final LocalDate dayZero;
  private final Map<String, Shape> shapes = new HashMap<>();

  CellText(boolean from1904) {
    this.dayZero = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
  }

  static String truth(String written) {
    return written.equals("1") || written.equals("true") ? "TRUE" : "FALSE";
  }

  /** A text as it stands in a part of the workbook. */
  static String text(String written) {
    if (!written.contains("_x")) {
      return written;
    }
    Matcher escaped = ESCAPED.matcher(written);
    String text =
        escaped.replaceAll(
            found -> {
              char c = (char) Integer.parseInt(found.group(1), 16);
              boolean shown = c >= ' ' && !Character.isSurrogate(c) || Character.isWhitespace(c);
              return Matcher.quoteReplacement(shown ? String.valueOf(c) : found.group());
            });
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** A number as it is written in a sheet, shown in a format; empty for the usual one. */
  String number(String written, String format) {
    BigDecimal number;
    try {
      number = new BigDecimal(written.length() > LONGEST_NUMBER ? "" : written);
    } catch (NumberFormatException e) {
      return written;
    }
    if (Math.abs((long) number.scale()) > LONGEST_NUMBER) {
      return written;
    }
    return switch (shapes.computeIfAbsent(format, CellText::shape)) {
      case DATE -> isDay(number) ? date(number) : plain(number);
      case PERCENT -> plain(number.movePointRight(2)) + "%";
      case ID -> id(plain(number), format);
      case NUMBER -> plain(number);
    };
  }

  private static Shape shape(String format) {
    if (OF_AN_ID.matcher(format).matches()) {
      return Shape.ID;
    }
    String places = NOT_A_PLACE.matcher(format).replaceAll("");
    if (places.indexOf('%') >= 0) {
      return Shape.PERCENT;
    }
    boolean date = OF_A_DATE.matcher(places).find() && !places.equalsIgnoreCase("general");
    return date ? Shape.DATE : Shape.NUMBER;
  }

  private static String plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() <= 0
        ? stripped.toPlainString()
        : stripped.round(SHOWN).stripTrailingZeros().toPlainString();
  }

  private static String id(String digits, String format) {
    Matcher id = OF_AN_ID.matcher(format);
    if (!id.matches() || digits.indexOf('-') >= 0 || digits.indexOf('.') >= 0) {
      return digits;
    }
    int missing = Math.max(0, id.group(2).length() - digits.length());
    return orEmpty(id.group(1)) + "0".repeat(missing) + digits + orEmpty(id.group(3));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static boolean isDay(BigDecimal number) {
    return number.signum() >= 0 && number.compareTo(LAST_DAY) < 0;
  }

  /** Days since day zero, and the time of the day as a fraction. */
  private String date(BigDecimal number) {
    long seconds =
        Math.round(
            number.remainder(BigDecimal.ONE).doubleValue()
                * ChronoUnit.DAYS.getDuration().toSeconds());
    LocalDateTime time = dayZero.plusDays(number.longValue()).atStartOfDay().plusSeconds(seconds);
    if (number.compareTo(BigDecimal.ONE) < 0) {
      return time.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : MINUTES.format(time);
  }
}
