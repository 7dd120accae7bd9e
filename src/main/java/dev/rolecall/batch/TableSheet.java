package dev.rolecall.batch;

import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table in a workbook, written row by row: a header that stays in sight, filters, and widths that
 * the first rows ask for. Every cell is text as it stands, so that nothing is run and no zero is
 * lost; only columns that are declared numbers hold numbers. A table that is longer than a sheet
 * goes on in another.
 */
final class TableSheet {

  /** What a cell of a spreadsheet can hold, in characters. */
  static final int LONGEST_CELL = 32_767;

  /** What stands at the end of a cell that was cut. */
  static final String CUT = " […]";

  /** Rows in memory at once. */
  private static final int ROWS_AT_ONCE = 500;

  private static final String TEXT = "@";
  private static final String HEADER = "1F3864";
  private static final String WHITE = "FFFFFF";
  private static final int NARROWEST = 8;
  private static final int WIDEST = 60;

  private final Workbook workbook;
  private final String name;
  private final List<String> header;
  private final List<String> numbers;
  private final int most;
  private final int[] widths;
  private Worksheet sheet;
  private int sheets;
  private int row;
  private long cut;

  /**
   * @param numbers the columns that hold numbers
   */
  TableSheet(Workbook workbook, String name, List<String> header, List<String> numbers) {
    this(workbook, name, header, numbers, Worksheet.MAX_ROWS);
  }

  /**
   * @param most rows of a sheet, its header among them
   */
  TableSheet(Workbook workbook, String name, List<String> header, List<String> numbers, int most) {
    this.workbook = workbook;
    this.name = name;
    this.header = List.copyOf(header);
    this.numbers = List.copyOf(numbers);
    this.most = most;
    this.widths = new int[header.size()];
    this.sheet = begin();
  }

  private Worksheet begin() {
    sheets++;
    Worksheet begun = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
    begun.freezePane(0, 1);
    begun.pageOrientation("landscape");
    begun.repeatRows(0);
    for (int column = 0; column < header.size(); column++) {
      begun.inlineString(0, column, whole(header.get(column)));
      begun.style(0, column).bold().fontColor(WHITE).fillColor(HEADER).set();
      widen(column, header.get(column));
    }
    row = 1;
    return begun;
  }

  void add(List<String> cells) throws IOException {
    if (row == most) {
      end();
      sheet = begin();
    }
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      if (cell.isEmpty()) {
        continue;
      }
      if (numbers.contains(header.get(column))) {
        sheet.value(row, column, Long.valueOf(cell));
      } else {
        sheet.inlineString(row, column, whole(cell));
        sheet.style(row, column).format(TEXT).set();
      }
      widen(column, cell);
    }
    row++;
    if (row % ROWS_AT_ONCE == 0) {
      flush();
    }
  }

  private String whole(String cell) {
    if (cell.length() <= LONGEST_CELL) {
      return cell;
    }
    cut++;
    return cell.substring(0, LONGEST_CELL - CUT.length()) + CUT;
  }

  private void widen(int column, String cell) {
    if (widths[column] < WIDEST) {
      int longest = cell.lines().mapToInt(String::length).max().orElse(0) + 3;
      widths[column] = Math.min(WIDEST, Math.max(widths[column], longest));
    }
  }

  /** The widths are written before the first rows, so later rows no longer change them. */
  private void flush() throws IOException {
    for (int column = 0; column < widths.length; column++) {
      sheet.width(column, Math.max(NARROWEST, widths[column]));
    }
    sheet.flush();
  }

  /** All rows are there. */
  void end() throws IOException {
    flush();
    if (!header.isEmpty()) {
      sheet.setAutoFilter(0, 0, row - 1, header.size() - 1);
    }
    sheet.finish();
  }

  /** How many cells were longer than {@value #LONGEST_CELL} characters. */
  long cut() {
    return cut;
  }
}
