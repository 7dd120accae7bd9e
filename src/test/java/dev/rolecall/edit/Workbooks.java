package dev.rolecall.edit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * A workbook as a spreadsheet program holds it: cells of sheets, changed by a person and saved in
 * the program's own way.
 */
public final class Workbooks {

  /** A cell that holds a formula. */
  public record Formula(String expression) {}

  private final Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();

  public static Workbooks open(byte[] bytes) {
    Workbooks opened = new Workbooks();
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      for (Sheet sheet : workbook.getSheets().toList()) {
        try (Stream<Row> rows = sheet.openStream()) {
          opened.sheets.put(sheet.getName(), new ArrayList<>(rows.map(Workbooks::values).toList()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return opened;
  }

  private static List<Object> values(Row row) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      Cell cell = row.hasCell(i) ? row.getCell(i) : null;
      boolean empty = cell == null || cell.getType() == CellType.EMPTY;
      values.add(empty ? "" : cell.getValue());
    }
    return values;
  }

  public List<List<Object>> rules() {
    return sheets.get("Rules");
  }

  public List<List<Object>> sheet(String name) {
    return sheets.get(name);
  }

  public Workbooks without(String sheet) {
    sheets.remove(sheet);
    return this;
  }

  public List<Object> row(String id) {
    int column = rules().get(0).indexOf("Id");
    return rules().stream().filter(r -> r.get(column).equals(id)).findFirst().orElseThrow();
  }

  public Object get(String id, String column) {
    List<Object> row = row(id);
    int at = rules().get(0).indexOf(column);
    return at < row.size() ? row.get(at) : "";
  }

  /** Types a value into a cell: a text, a number, a truth or a {@link Formula}. */
  public Workbooks set(String id, String column, Object value) {
    List<Object> row = row(id);
    int at = rules().get(0).indexOf(column);
    while (row.size() <= at) {
      row.add("");
    }
    row.set(at, value);
    return this;
  }

  public byte[] saved() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Spreadsheet", "1.0")) {
      sheets.forEach((name, rows) -> write(workbook.newWorksheet(name), rows));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(Worksheet sheet, List<List<Object>> rows) {
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        Object value = rows.get(row).get(column);
        if (value instanceof Number number) {
          sheet.value(row, column, number);
        } else if (value instanceof Boolean truth) {
          sheet.value(row, column, truth);
        } else if (value instanceof Formula formula) {
          sheet.formula(row, column, formula.expression());
        } else if (!value.toString().isEmpty()) {
          sheet.inlineString(row, column, value.toString());
        }
      }
    }
  }
}
