package dev.rolecall.document;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.rolecall.problem.Counted;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A small table of a rules folder: a header and lines of as many cells, which stand between commas,
 * or semicolons where a spreadsheet program wrote them. Lines that begin with {@code #} are
 * remarks.
 *
 * @param row of the header, from 1
 */
public record CsvTable(int row, List<String> header, List<Line> lines) {

  /**
   * @param row from 1
   * @param cells as many as the header has, without the blanks around them
   */
  public record Line(int row, List<String> cells) {}

  /** Lines with too many or too few cells are problems, and so is a table without a header. */
  public static Result<CsvTable> read(String file, String csv) {
    char separator = separator(csv);
    List<Line> lines = new ArrayList<>();
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .commentStrategy(CommentStrategy.SKIP)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(csv)) {
      for (CsvRecord line : records) {
        List<String> cells = line.getFields().stream().map(String::strip).toList();
        lines.add(new Line((int) line.getStartingLineNumber(), cells));
      }
    } catch (CsvParseException e) {
      return Result.refused(Place.of(file), "this is not valid CSV: " + e.getMessage());
    } catch (IOException e) {
      throw new AssertionError("a text in memory cannot fail to be read", e);
    }
    if (lines.isEmpty()) {
      return Result.refused(Place.of(file), "it is empty; the first line names the columns");
    }
    Line header = lines.remove(0);
    List<Problem> problems = new ArrayList<>();
    for (Line line : lines) {
      if (line.cells.size() != header.cells.size()) {
        problems.add(new Problem(Place.of(file, line.row, 0), odd(line, header, separator)));
      }
    }
    return Result.of(new CsvTable(header.row, header.cells, lines), problems);
  }

  private static String odd(Line line, Line header, char separator) {
    int cells = line.cells.size();
    return "this line has "
        + Counted.of(cells, "cell")
        + ", the header "
        + header.cells.size()
        + "; cells stand between `"
        + separator
        + "`, and one that holds such a sign stands in double quotes";
  }

  private static char separator(String csv) {
    String header = csv.lines().filter(l -> !l.startsWith("#")).findFirst().orElse("");
    return header.contains(";") && !header.contains(",") ? ';' : ',';
  }
}
