package dev.rolecall.edit;

import dev.rolecall.edit.SheetContent.Line;
import dev.rolecall.intake.SmallWorkbook;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
   * @param name of the file, for messages
   */
  static Result<SheetContent> read(String name, Path file) {
    return SmallWorkbook.read(name, file, List.of(SheetWriter.RULES, SheetWriter.ORIGINAL))
        .then(workbook -> new SheetReader(name).read(workbook));
  }

  private Result<SheetContent> read(SmallWorkbook workbook) {
    List<SmallWorkbook.Line> original = workbook.sheet(SheetWriter.ORIGINAL);
    if (original.size() < 2 || !original.get(0).text(0).equals(SheetWriter.DECISION)) {
      problem("it was not made by `rolecall rules sheet`, or lost its hidden sheets; " + NEW_ONE);
      return Result.refused(problems);
    }
    Map<Integer, String> header = header(original.get(1));
    Map<String, Line> originals = new LinkedHashMap<>();
    lines(original.subList(2, original.size()), header).forEach(l -> originals.put(l.id(), l));
    List<String> columns = List.copyOf(header.values());
    List<Line> lines = rules(workbook.sheet(SheetWriter.RULES), columns);
    String decision = original.get(0).text(1);
    String ruleset = original.get(0).text(3);
    return Result.of(
        new SheetContent(file, decision, ruleset, columns, lines, originals), problems);
  }

  private List<Line> rules(List<SmallWorkbook.Line> rows, List<String> columns) {
    int first = 0;
    while (first < rows.size() && !header(rows.get(first)).containsValue(SheetRows.ID)) {
      first++;
    }
    if (first == rows.size()) {
      problem("the sheet `Rules` has no row of headers with `Id`; " + NEW_ONE);
      return List.of();
    }
    Map<Integer, String> header = header(rows.get(first));
    int row = rows.get(first).number();
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

  private static Map<Integer, String> header(SmallWorkbook.Line row) {
    Map<Integer, String> header = new LinkedHashMap<>();
    for (int column = 0; column < row.cells().size(); column++) {
      String name = row.text(column).strip();
      if (!name.isEmpty()) {
        header.put(column, name);
      }
    }
    return header;
  }

  private List<Line> lines(List<SmallWorkbook.Line> rows, Map<Integer, String> header) {
    List<Line> lines = new ArrayList<>();
    for (SmallWorkbook.Line row : rows) {
      Map<String, String> words = new HashMap<>();
      header.forEach(
          (column, name) -> {
            if (row.computed().get(column)) {
              Place cell = Place.ofCell(file, row.number(), name);
              problems.add(new Problem(cell, "it holds a formula; type the value itself"));
            } else if (!row.text(column).isEmpty()) {
              words.put(name, row.text(column));
            }
          });
      if (!words.isEmpty()) {
        lines.add(new Line(row.number(), words));
      }
    }
    return lines;
  }

  private void problem(String message) {
    problems.add(new Problem(Place.of(file), message));
  }
}
