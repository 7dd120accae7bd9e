package dev.rolecall.edit;

import dev.rolecall.edit.SheetContent.Line;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reads a workbook that {@link SheetWriter} made and people and their programs went over. */
final class SheetReader {

  private static final String NEW_ONE =
      "make a new one with `rolecall rules sheet --out FILE.xlsx`";

  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  private SheetReader(String file) {
    this.file = file;
  }

  /**
   * @param file its name, for messages
   */
  static Result<SheetContent> read(String file, byte[] bytes) {
    SheetReader reader = new SheetReader(file);
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(SheetLimits.checked(bytes)))) {
      return reader.read(workbook);
    } catch (SheetLimits.Exceeded e) {
      return Result.refused(Place.of(file), e.reason());
    } catch (IOException | RuntimeException e) {
      // The library says in many ways that it does not understand a file.
      return Result.refused(
          Place.of(file), "it is not a spreadsheet that can be read; save it as .xlsx");
    }
  }

  private Result<SheetContent> read(ReadableWorkbook workbook) throws IOException {
    List<Row> original = rows(workbook, SheetWriter.ORIGINAL);
    List<Row> rules = rows(workbook, SheetWriter.RULES);
    if (original.size() < 2 || !text(original.get(0), 0).equals(SheetWriter.DECISION)) {
      problem("it was not made by `rolecall rules sheet`, or lost its hidden sheets; " + NEW_ONE);
      return Result.refused(problems);
    }
    Map<Integer, String> header = header(original.get(1));
    Map<String, Line> originals = new LinkedHashMap<>();
    lines(original.subList(2, original.size()), header).forEach(l -> originals.put(l.id(), l));
    List<String> columns = List.copyOf(header.values());
    List<Line> lines = rules(rules, columns);
    String decision = text(original.get(0), 1);
    String ruleset = text(original.get(0), 3);
    return Result.of(
        new SheetContent(file, decision, ruleset, columns, lines, originals), problems);
  }

  private static List<Row> rows(ReadableWorkbook workbook, String sheet) throws IOException {
    var found = workbook.findSheet(sheet);
    if (found.isEmpty()) {
      return List.of();
    }
    try (Stream<Row> rows = found.get().openStream()) {
      return rows.toList();
    }
  }

  private List<Line> rules(List<Row> rows, List<String> columns) {
    int first = 0;
    while (first < rows.size() && !header(rows.get(first)).containsValue(SheetRows.ID)) {
      first++;
    }
    if (first == rows.size()) {
      problem("the sheet `Rules` has no row of headers with `Id`; " + NEW_ONE);
      return List.of();
    }
    Map<Integer, String> header = header(rows.get(first));
    int row = rows.get(first).getRowNum();
    columns.forEach(column -> once(column, header, row));
    header.values().retainAll(columns);
    return lines(rows.subList(first + 1, rows.size()), header);
  }

  private void once(String column, Map<Integer, String> header, int row) {
    long times = header.values().stream().filter(column::equals).count();
    if (times != 1) {
      String found = times == 0 ? "this column is missing" : "there are " + times + " such columns";
      problems.add(new Problem(Place.ofCell(file, row, column), found));
    }
  }

  private static Map<Integer, String> header(Row row) {
    Map<Integer, String> header = new LinkedHashMap<>();
    for (int column = 0; column < row.getCellCount(); column++) {
      String name = text(row, column).strip();
      if (!name.isEmpty()) {
        header.put(column, name);
      }
    }
    return header;
  }

  private List<Line> lines(List<Row> rows, Map<Integer, String> header) {
    List<Line> lines = new ArrayList<>();
    for (Row row : rows) {
      Map<String, String> words = new HashMap<>();
      header.forEach(
          (column, name) -> {
            String text = row.hasCell(column) ? words(row, column, name) : "";
            if (!text.isEmpty()) {
              words.put(name, text);
            }
          });
      if (!words.isEmpty()) {
        lines.add(new Line(row.getRowNum(), words));
      }
    }
    return lines;
  }

  private String words(Row row, int column, String name) {
    Cell cell = row.getCell(column);
    if (cell != null && (cell.getType() == CellType.FORMULA || cell.getType() == CellType.ERROR)) {
      problems.add(
          new Problem(
              Place.ofCell(file, row.getRowNum(), name),
              "it holds a formula; type the value itself"));
    }
    return text(row, column);
  }

  private static String text(Row row, int column) {
    Cell cell = row.hasCell(column) ? row.getCell(column) : null;
    if (cell == null || cell.getValue() == null) {
      return "";
    }
    return switch (cell.getType()) {
      case NUMBER -> SheetNumber.plain(cell.getRawValue());
      case BOOLEAN -> cell.asBoolean() ? "yes" : "no";
      default -> cell.getText();
    };
  }

  private void problem(String message) {
    problems.add(new Problem(Place.of(file), message));
  }
}
