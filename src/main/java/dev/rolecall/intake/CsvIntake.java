package dev.rolecall.intake;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table, cells parted by commas, semicolons or tabs, whichever the header has most of.
 */
final class CsvIntake extends Intake {

  /** What Excel writes above the header, with the separator behind it. */
  private static final String SEPARATOR = "sep=";

  private static final int SHOWN = 40;

  private static final String NEVER_CLOSED =
      "the quote that opens here is never closed, so that nothing from here to the end of the file"
          + " can be read";

  private final String file;
  private final CsvRecords records;
  private Columns columns;
  private int row;
  private int swallowed;
  private boolean ended;

  private CsvIntake(String file, CsvRecords records, Vocabulary vocabulary, CountingStream bytes) {
    super(bytes);
    this.file = file;
    this.records = records;
    this.columns = Columns.read(file, 1, List.of(), vocabulary, new ArrayList<>());
  }

  static Result<Intake> open(
      String file, String beginning, Reader text, Vocabulary vocabulary, CountingStream bytes) {
    CsvRecords records = new CsvRecords(text, separator(beginning));
    CsvIntake intake = new CsvIntake(file, records, vocabulary, bytes);
    List<Problem> problems = new ArrayList<>();
    List<String> headers = intake.record(problems);
    while (headers != null && isNoHeader(headers)) {
      headers = intake.record(problems);
    }
    if (headers == null || !problems.isEmpty()) {
      return problems.isEmpty()
          ? Result.refused(Place.of(file), "there is nothing in it but blank lines")
          : Result.refused(problems);
    }
    intake.columns = Columns.read(file, intake.row, headers, vocabulary, problems);
    if (problems.isEmpty() && intake.columns.understood().isEmpty()) {
      problems.add(
          new Problem(
              Place.ofCell(file, intake.row, null),
              "none of its columns ("
                  + Nearest.list(headers.stream().map(CsvIntake::shortened).toList())
                  + ") is understood; the first row must hold headers: paths like `"
                  + vocabulary.paths().get(0)
                  + "`, or the questions that `rolecall template --csv` prints"));
    }
    return Result.of(intake, problems);
  }

  private static boolean isNoHeader(List<String> cells) {
    boolean blank = cells.stream().skip(1).allMatch(String::isBlank);
    return blank && (cells.get(0).isBlank() || cells.get(0).equals(SEPARATOR));
  }

  private static char separator(String beginning) {
    String header =
        beginning
            .replaceAll("\"[^\"]*\"", "")
            .lines()
            .filter(l -> !l.isBlank())
            .findFirst()
            .orElse("");
    if (header.length() == SEPARATOR.length() + 1 && header.startsWith(SEPARATOR)) {
      return header.charAt(SEPARATOR.length());
    }
    char most = ',';
    for (char candidate : new char[] {';', '\t'}) {
      most = count(header, candidate) > count(header, most) ? candidate : most;
    }
    return most;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  @Override
  public List<String> columns() {
    return columns.headers();
  }

  @Override
  public List<String> understood() {
    return columns.understood();
  }

  @Override
  public @Nullable Row next() {
    while (!ended) {
      List<Problem> problems = new ArrayList<>();
      List<String> cells = record(problems);
      int number = row;
      if (!problems.isEmpty()) {
        List<String> readable = cells == null ? List.of() : NotUtf8.replaced(cells);
        row += swallowed;
        return new Row(file, number, readable, () -> Result.refused(problems));
      }
      if (cells == null) {
        return null;
      }
      if (!cells.stream().allMatch(String::isBlank)) {
        return new Row(file, number, cells, () -> situation(number, cells));
      }
    }
    return null;
  }

  private Result<Situation> situation(int number, List<String> cells) {
    List<Problem> problems = new ArrayList<>();
    int count = columns.headers().size();
    for (int i = count; i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        problems.add(
            new Problem(
                Place.ofCell(file, number, null),
                "there are "
                    + count
                    + " columns, but cell "
                    + (i + 1)
                    + " holds `"
                    + shortened(cells.get(i))
                    + "`; maybe a text with a separator in it is not in quotes?"));
      }
    }
    Situation situation = columns.situation(file, number, cells, problems);
    return Result.of(situation, problems);
  }

  private static String shortened(String cell) {
    return cell.length() > SHOWN ? cell.substring(0, SHOWN) + "…" : cell;
  }

  /** The cells of the next record, with what is wrong with them as a record; null at the end. */
  private @Nullable List<String> record(List<Problem> problems) {
    row++;
    swallowed = 0;
    try {
      List<String> cells = records.next();
      for (int i = 0; cells != null && i < cells.size(); i++) {
        if (NotUtf8.isIn(cells.get(i))) {
          String found = shortened(NotUtf8.replaced(cells.get(i)));
          problems.add(
              new Problem(
                  at(i), "`" + found + "`: " + NotUtf8.MESSAGE + " (`CSV UTF-8` in Excel)"));
        }
      }
      return cells;
    } catch (CsvRecords.Broken e) {
      ended = e.toTheEnd();
      swallowed = (int) e.lines() - 1;
      problems.add(new Problem(at(e.cell()), ended ? NEVER_CLOSED : brokenQuotes(e.lines())));
    } catch (IOException e) {
      ended = true;
      problems.add(new Problem(at(-1), "the file cannot be read further"));
    }
    return null;
  }

  private static String brokenQuotes(long lines) {
    return "the quotes of this cell are broken: a text in quotes ends where a separator follows,"
        + " and a quote inside it is written twice"
        + (lines > 1 ? "; these " + lines + " lines cannot be read for it" : "");
  }

  private Place at(int cell) {
    List<String> headers = columns.headers();
    return Place.ofCell(
        file, row, cell < 0 || cell >= headers.size() ? null : headers.get(cell).strip());
  }
}
