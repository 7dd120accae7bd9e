package dev.rolecall.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, each cell as the text that the spreadsheet shows. */
final class SheetRows implements TableRows {

  private static final String NO_VALUE =
      "there are formulas without their values, read as empty; open the file in a spreadsheet and"
          + " save it";

  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final CellText text;
  private final Notes notes;
  private int number;
  private boolean ended;

  private SheetRows(Stream<Row> stream, CellText text, Notes notes) {
    this.stream = stream;
    this.rows = stream.iterator();
    this.text = text;
    this.notes = notes;
  }

  static SheetRows of(ReadableWorkbook workbook, Sheet sheet, Notes notes) throws IOException {
    try {
      return new SheetRows(sheet.openStream(), new CellText(workbook.isDate1904()), notes);
    } catch (RuntimeException e) { // whatever a broken part makes the library throw
      throw new Unreadable("this workbook is damaged; save it again from a spreadsheet");
    }
  }

  @Override
  public @Nullable TableRow next() {
    if (ended) {
      return null;
    }
    try {
      if (!rows.hasNext()) {
        return null;
      }
      Row row = rows.next();
      number = row.getRowNum();
      return new TableRow(number, cells(row), null);
    } catch (RuntimeException e) { // whatever a broken row makes the library throw
      ended = true;
      return TableRow.broken(
          number + 1, List.of(), -1, "the sheet is damaged here and cannot be read further");
    }
  }

  /** Without the empty cells that a format leaves at the end. */
  private List<String> cells(Row row) {
    List<String> cells = new ArrayList<>(row.getCellCount());
    int filled = 0;
    for (Cell cell : row) {
      cells.add(cell == null ? "" : shown(cell));
      filled = cells.get(cells.size() - 1).isEmpty() ? filled : cells.size();
    }
    return List.copyOf(cells.subList(0, filled));
  }

  private String shown(Cell cell) {
    if (cell.getType() == CellType.FORMULA && cell.getValue() == null) {
      notes.add(NO_VALUE);
    }
    return text.of(cell);
  }

  @Override
  public void close() {
    stream.close();
  }
}
