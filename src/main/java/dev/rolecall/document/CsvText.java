package dev.rolecall.document;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * CSV that people open in a spreadsheet. What it would run as a formula has an apostrophe before
 * it: the cell, and a part of it that becomes a cell of its own where the spreadsheet separates
 * cells by another sign than the comma, as it does in half of Europe. What {@link #safe} writes,
 * {@link #plain} reads back as it was.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP: CSV injection</a>
 */
public final class CsvText {

  /** What a file begins with, so that a spreadsheet takes it for UTF-8. */
  public static final String BOM = "\uFEFF";

  private static final char APOSTROPHE = '\'';

  /** The signs that begin a formula, in both their widths. */
  private static final String SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  /** A number below zero stays one, and a dash stands for nothing. */
  private static final Pattern HARMLESS = Pattern.compile("-(?:[0-9]+(?:[.,][0-9]+)* ?%?)?");

  /** What ends a cell for a spreadsheet that does not separate them by commas. */
  private static final String SEPARATORS = ";\t\r\n";

  /** A line of a list, "- plans the work": it calls nothing and refers to nothing elsewhere. */
  private static final Pattern LISTED = Pattern.compile("[-+][^(|!]*");

  private CsvText() {}

  /** Rows with a comma between their cells and CRLF behind them. */
  public static String lines(List<List<String>> rows) {
    StringWriter text = new StringWriter(rows.size() * 256);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).bufferSize(0).build(text);
    for (List<String> row : rows) {
      csv.writeRecord(row.stream().map(CsvText::safe).toList());
    }
    return text.toString();
  }

  /** The cell, with an apostrophe before what a spreadsheet would run. */
  public static String safe(String cell) {
    return guarded(parts(cell, part -> guarded(part, CsvText::partRuns)), CsvText::runs);
  }

  /** The cell as it was before {@link #safe}. */
  public static String plain(String cell) {
    return cell.indexOf(APOSTROPHE) < 0
        ? cell
        : parts(unguarded(cell, CsvText::runs), part -> unguarded(part, CsvText::partRuns));
  }

  /** What had an apostrophe before has one more, so that reading it back can tell. */
  private static String guarded(String text, Predicate<String> runs) {
    return runs.test(text) || !unguarded(text, runs).equals(text) ? APOSTROPHE + text : text;
  }

  private static String unguarded(String text, Predicate<String> runs) {
    int behind = 0;
    while (behind < text.length() && text.charAt(behind) == APOSTROPHE) {
      behind++;
    }
    return behind > 0 && runs.test(text.substring(behind)) ? text.substring(1) : text;
  }

  /** The cell with each part behind a separator changed. */
  private static String parts(String cell, UnaryOperator<String> change) {
    int from = end(cell, 0);
    if (from == cell.length()) {
      return cell;
    }
    StringBuilder changed = new StringBuilder(cell.length() + 8).append(cell, 0, from);
    while (from < cell.length()) {
      int to = end(cell, from + 1);
      changed.append(cell.charAt(from)).append(change.apply(cell.substring(from + 1, to)));
      from = to;
    }
    return changed.toString();
  }

  /** Where the next separator stands, or the cell ends. */
  private static int end(String cell, int from) {
    int end = from;
    while (end < cell.length() && SEPARATORS.indexOf(cell.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static boolean runs(String cell) {
    int first = 0;
    while (first < cell.length() && isBlank(cell.charAt(first))) {
      first++;
    }
    return begins(cell, first) && !HARMLESS.matcher(cell).matches();
  }

  private static boolean partRuns(String part) {
    int first = 0;
    while (first < part.length() && (part.charAt(first) == '"' || isBlank(part.charAt(first)))) {
      first++;
    }
    return begins(part, first) && !LISTED.matcher(part.substring(first)).matches();
  }

  private static boolean begins(String text, int first) {
    return first < text.length() && SIGNS.indexOf(text.charAt(first)) >= 0;
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || Character.isSpaceChar(c) || c == '\uFEFF';
  }
}
