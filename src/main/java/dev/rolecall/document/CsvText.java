package dev.rolecall.document;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;

/**
 * CSV that people open in a spreadsheet. A cell that it would run as a formula has an apostrophe
 * before it; what {@link #safe} writes, {@link #plain} reads back as it was.
 */
public final class CsvText {

  /** What a file begins with, so that a spreadsheet takes it for UTF-8. */
  public static final String BOM = "\uFEFF";

  private static final char APOSTROPHE = '\'';

  /** The signs that begin a formula, in both their widths. */
  private static final String SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  /** A number below zero stays one, and a dash stands for nothing. */
  private static final Pattern HARMLESS = Pattern.compile("-(?:[0-9]+(?:[.,][0-9]+)* ?%?)?");

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

  /** The cell, with an apostrophe before it where a spreadsheet would run it. */
  public static String safe(String cell) {
    return runs(cell) || !plain(cell).equals(cell) ? APOSTROPHE + cell : cell;
  }

  /** The cell as it was before {@link #safe}. */
  public static String plain(String cell) {
    int behind = 0;
    while (behind < cell.length() && cell.charAt(behind) == APOSTROPHE) {
      behind++;
    }
    return behind > 0 && runs(cell.substring(behind)) ? cell.substring(1) : cell;
  }

  private static boolean runs(String cell) {
    int first = 0;
    while (first < cell.length() && isBlank(cell.charAt(first))) {
      first++;
    }
    return first < cell.length()
        && SIGNS.indexOf(cell.charAt(first)) >= 0
        && !HARMLESS.matcher(cell).matches();
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || Character.isSpaceChar(c) || c == '\uFEFF';
  }
}
