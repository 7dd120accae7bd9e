package dev.rolecall.edit;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/** How a sheet looks: what can be changed is yellow, the rest grey. */
public final class SheetLook {

  private static final String HEADER = "1F3864";
  private static final String OPEN = "FFF8DC";
  private static final String LOCKED = "F0F0F0";
  private static final String WHITE = "FFFFFF";
  private static final String BLACK = "000000";
  private static final String GREY = "404040";
  private static final String LINE = "BFBFBF";
  private static final double LINE_HEIGHT = 15;

  /** In characters. */
  private static final Map<String, Integer> WIDTHS =
      Map.of(
          SheetRows.FILE, 20,
          SheetRows.ID, 28,
          SheetRows.RULE, 36,
          SheetRows.WHEN, 48,
          SheetRows.SAYS, 28,
          SheetRows.TEXT, 48,
          SheetRows.WEIGHT, 9,
          SheetRows.SOURCE, 12,
          SheetRows.WHAT, 36,
          SheetRows.VALUE, 24);

  private SheetLook() {}

  static void header(Worksheet sheet, List<String> columns) {
    header(sheet, columns, SheetLook::width);
  }

  /**
   * @param width of a column, in characters
   */
  public static void header(Worksheet sheet, List<String> columns, ToIntFunction<String> width) {
    for (int column = 0; column < columns.size(); column++) {
      sheet.value(0, column, columns.get(column));
      sheet.width(column, width.applyAsInt(columns.get(column)));
      sheet.style(0, column).bold().fontColor(WHITE).fillColor(HEADER).wrapText(true).set();
    }
  }

  public static void open(Worksheet sheet, int row, int column) {
    cell(sheet, row, column, OPEN, BLACK).protectionOption(ProtectionOption.LOCKED, false).set();
  }

  public static void locked(Worksheet sheet, int row, int column) {
    cell(sheet, row, column, LOCKED, GREY).set();
  }

  private static StyleSetter cell(Worksheet sheet, int row, int column, String fill, String font) {
    StyleSetter style = sheet.style(row, column);
    style.fillColor(fill).fontColor(font).wrapText(true).verticalAlignment("top");
    style.horizontalAlignment("left").borderStyle(BorderStyle.THIN).borderColor(LINE);
    return style;
  }

  public static void howTo(Worksheet sheet, int rows) {
    sheet.width(0, 110);
    sheet.hideGridLines();
    sheet.range(0, 0, rows, 0).style().wrapText(true).verticalAlignment("top").set();
    sheet.style(0, 0).bold().fontSize(14).set();
  }

  /** High enough for the longest cell; not every program finds that out by itself. */
  static void height(Worksheet sheet, int row, SheetRow cells) {
    int lines = 1;
    for (String column : cells.cells().keySet()) {
      lines = Math.max(lines, cells.words(column).length() * 10 / (width(column) * 9) + 1);
    }
    sheet.rowHeight(row, Math.min(LINE_HEIGHT * lines, Worksheet.MAX_ROW_HEIGHT));
  }

  private static int width(String column) {
    return WIDTHS.getOrDefault(column.replaceAll(" \\d+$", ""), 28);
  }

  public static void print(Worksheet sheet) {
    sheet.pageOrientation("landscape");
    sheet.repeatRows(0);
  }
}
