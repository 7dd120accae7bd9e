package dev.rolecall.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/**
 * The text of a cell of a workbook: dates as dates, numbers without a {@code .0}, leading zeros
 * where the format shows them.
 */
final class CellText {

  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /** Colours, conditions and literal texts of a number format. */
  private static final Pattern NOT_A_PLACE = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.");

  private static final Pattern OF_A_DATE = Pattern.compile("(?i)[ymdhs]");
  private static final Pattern LEADING_ZEROS = Pattern.compile("0{2,18}");

  /** The last day that spreadsheets know, 9999-12-31. */
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

  private static final int LONGEST_NUMBER = 40;

  private enum Shape {
    NUMBER,
    DATE,
    LEADING_ZEROS
  }

  private final LocalDate dayZero;
  private final Map<String, Shape> shapes = new HashMap<>();

  CellText(boolean from1904) {
    this.dayZero = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
  }

  String of(Cell cell) {
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      return number(number, cell.getRawValue(), cell.getDataFormatString());
    }
    if (value instanceof Boolean truth) {
      return truth ? "TRUE" : "FALSE";
    }
    String text = value == null ? "" : value.toString();
    return text.contains("_x000D_") ? text.replaceAll("_x000D_\n?", "\n") : text;
  }

  private String number(BigDecimal number, String raw, @Nullable String format) {
    Shape shape = format == null ? Shape.NUMBER : shapes.computeIfAbsent(format, CellText::shape);
    if (shape == Shape.DATE && number.signum() >= 0 && number.compareTo(LAST_DAY) < 0) {
      return date(number);
    }
    boolean written = Math.abs((long) number.scale()) > LONGEST_NUMBER;
    String digits = written ? raw : number.stripTrailingZeros().toPlainString();
    return shape == Shape.LEADING_ZEROS && format != null && digits.length() < format.length()
        ? "0".repeat(format.length() - digits.length()) + digits
        : digits;
  }

  private static Shape shape(String format) {
    if (LEADING_ZEROS.matcher(format).matches()) {
      return Shape.LEADING_ZEROS;
    }
    String places = NOT_A_PLACE.matcher(format).replaceAll("");
    boolean date = OF_A_DATE.matcher(places).find() && !places.equalsIgnoreCase("general");
    return date ? Shape.DATE : Shape.NUMBER;
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
