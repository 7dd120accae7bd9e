package dev.rolecall.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Vocabulary;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table, cells parted by commas, semicolons or tabs, whichever the header has most of.
 */
final class CsvIntake extends Intake {

  private final String file;
  private final Iterator<CsvRecord> records;
  private Columns columns;
  private int row;
  private boolean broken;

  private CsvIntake(
      String file, Iterator<CsvRecord> records, Vocabulary vocabulary, CountingStream bytes) {
    super(bytes);
    this.file = file;
    this.records = records;
    this.columns = Columns.read(file, 1, List.of(), vocabulary, new ArrayList<>());
  }

  static Result<Intake> open(
      String file, String beginning, Reader text, Vocabulary vocabulary, CountingStream bytes) {
    CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator(beginning))
            .skipEmptyLines(false)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text);
    CsvIntake intake = new CsvIntake(file, reader.iterator(), vocabulary, bytes);
    List<Problem> problems = new ArrayList<>();
    List<String> headers = intake.record(problems);
    while (headers != null && headers.stream().allMatch(String::isBlank)) {
      headers = intake.record(problems);
    }
    if (headers == null) {
      return problems.isEmpty()
          ? Result.refused(Place.of(file), "there is nothing in it but blank lines")
          : Result.refused(problems);
    }
    intake.columns = Columns.read(file, intake.row, headers, vocabulary, problems);
    if (problems.isEmpty() && intake.columns.understood().isEmpty()) {
      problems.add(
          new Problem(
              Place.ofCell(file, intake.row, null),
              "none of its "
                  + headers.size()
                  + " columns is understood; a header is a path like `"
                  + vocabulary.paths().get(0)
                  + "` or a question as `rolecall template --csv` prints them"));
    }
    return Result.of(intake, problems);
  }

  private static char separator(String beginning) {
    String header =
        beginning
            .lines()
            .filter(l -> !l.isBlank())
            .findFirst()
            .orElse("")
            .replaceAll("\"[^\"]*\"", "");
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
    while (!broken) {
      List<Problem> problems = new ArrayList<>();
      List<String> cells = record(problems);
      int number = row;
      if (!problems.isEmpty()) {
        return new Row(file, number, List.of(), () -> Result.refused(problems));
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
    for (int i = columns.headers().size(); i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        problems.add(
            new Problem(
                Place.ofCell(file, number, null),
                "cell "
                    + (i + 1)
                    + " holds `"
                    + cells.get(i)
                    + "`, but there are only "
                    + columns.headers().size()
                    + " columns; maybe a text with a separator in it is not in quotes?"));
      }
    }
    Situation situation = columns.situation(file, number, cells, problems);
    return Result.of(situation, problems);
  }

  /** The cells of the next record; null at the end, or where the file cannot be read further. */
  private @Nullable List<String> record(List<Problem> problems) {
    row++;
    try {
      return records.hasNext() ? Collections.unmodifiableList(records.next().getFields()) : null;
    } catch (CsvParseException e) {
      broken(
          problems, "this is not valid CSV, and nothing after it can be read: " + e.getMessage());
    } catch (UncheckedIOException e) {
      broken(
          problems,
          e.getCause() instanceof CharacterCodingException
              ? NOT_UTF8
              : "the file cannot be read further");
    }
    return null;
  }

  private void broken(List<Problem> problems, String message) {
    broken = true;
    problems.add(new Problem(Place.ofCell(file, row, null), message));
  }
}
