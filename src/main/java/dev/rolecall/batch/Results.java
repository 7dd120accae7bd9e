package dev.rolecall.batch;

import dev.rolecall.decision.Decision;
import dev.rolecall.document.CsvText;
import dev.rolecall.file.WholeFile;
import dev.rolecall.intake.Intake;
import dev.rolecall.intake.Row;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that a batch writes: the results, and beside them {@code results.rejects.csv} with the
 * rows that could not be read, with row, column, reason and all their cells, so that they can be
 * mended and read again. There is no rejects file where nothing was refused.
 */
public final class Results implements AutoCloseable {

  /** What the name of a result file can end with. */
  public static final List<String> ENDINGS = List.of(".csv", ".xlsx", ".jsonl");

  private static final List<String> OF_REJECTS = List.of("file", "row", "column", "reason");

  private final Path rejectsFile;
  private final Carried carried;
  private final List<String> rejectsHeader;
  private final ResultsFile results;
  private final @Nullable ReportFile report;
  private @Nullable WholeFile rejects;

  private Results(Path file, @Nullable Path report, List<Intake> inputs) throws IOException {
    this.rejectsFile = rejectsOf(file);
    this.carried = new Carried(inputs);
    this.rejectsHeader = concat(OF_REJECTS, carried.columns());
    if (endsWith(file, ".xlsx")) {
      this.results = new WorkbookFile(file, carried, rejectsHeader);
    } else {
      boolean csv = endsWith(file, ".csv");
      this.results =
          new LinesFile(file, csv ? new CsvRendering(carried) : new JsonLinesRendering());
    }
    try {
      this.report = report == null ? null : new ReportFile(report);
    } catch (IOException e) {
      results.close();
      throw e;
    }
  }

  /** Opens the files for the rows of these inputs; {@link #canBeNamed} must hold. */
  public static Results open(Path file, List<Intake> inputs) throws IOException {
    return new Results(file, null, inputs);
  }

  /**
   * The same with a page about all of them, {@link ReportFile}.
   *
   * @param report its name; null for none
   */
  public static Results open(Path file, @Nullable Path report, List<Intake> inputs)
      throws IOException {
    return new Results(file, report, inputs);
  }

  public static boolean canBeNamed(Path file) {
    return ENDINGS.stream().anyMatch(ending -> endsWith(file, ending));
  }

  /** {@code results.rejects.csv} for {@code results.csv}. */
  public static Path rejectsOf(Path file) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".rejects.csv");
  }

  /** Every name that a batch with this result writes under. */
  public static List<Path> names(Path file) {
    return Stream.of(file, rejectsOf(file))
        .flatMap(f -> Stream.of(f, WholeFile.partOf(f)))
        .toList();
  }

  ResultsFile file() {
    return results;
  }

  /**
   * @param prepared the rows of the chunk that were decided
   */
  void write(Intake input, List<Decided> chunk, ResultsFile.Prepared prepared) throws IOException {
    prepared.write();
    if (report != null) {
      report.add(chunk);
    }
    for (Decided decided : chunk) {
      if (decided.result() instanceof Result.Refused<Decision> refused) {
        reject(input, decided.row(), refused.problems());
      }
    }
  }

  /** A requisition that is in no row. */
  void write(Closed closed) throws IOException {
    results.closed(closed);
  }

  private void reject(Intake input, Row row, List<Problem> problems) throws IOException {
    if (rejects == null) {
      rejects = new WholeFile(rejectsFile);
      rejects.write(CsvText.BOM + CsvText.lines(List.of(rejectsHeader)));
    }
    String columns =
        problems.stream()
            .map(p -> p.at().cell())
            .filter(Objects::nonNull)
            .filter(c -> !c.isEmpty())
            .distinct()
            .collect(Collectors.joining("; "));
    String reasons = problems.stream().map(p -> reason(p, row)).collect(Collectors.joining("; "));
    List<String> own = List.of(row.file(), String.valueOf(row.number()), columns, reasons);
    List<String> cells = concat(own, carried.arrange(input, row.cells()));
    rejects.write(CsvText.lines(List.of(cells)));
    results.refused(cells);
  }

  /**
   * A problem of a document says where in it; one of a table stands in the row already, unless it
   * is another table.
   */
  private static String reason(Problem problem, Row row) {
    boolean own = problem.at().file().equals(row.file());
    boolean inTable = problem.at().cell() != null ? own : !own;
    return inTable ? problem.message() : problem.at() + ": " + problem.message();
  }

  private static List<String> concat(List<String> first, List<String> second) {
    List<String> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }

  private static boolean endsWith(Path file, String ending) {
    Path name = file.getFileName();
    return name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /** All rows are there: the files take their names. */
  public void complete(Provenance provenance) throws IOException {
    if (rejects == null) {
      Files.deleteIfExists(rejectsFile);
    } else {
      rejects.complete();
    }
    if (report != null) {
      report.complete(provenance);
    }
    results.complete(provenance);
  }

  /**
   * The batch was stopped: the rows so far stay under the name of the results with {@code .part}
   * behind it.
   */
  public Path leave(Provenance provenance) throws IOException {
    if (rejects != null) {
      rejects.leave();
    }
    return results.leave(provenance);
  }

  /**
   * What was neither completed nor left is thrown away; files of an earlier batch stay as they
   * were.
   */
  @Override
  public void close() throws IOException {
    if (rejects != null) {
      rejects.close();
    }
    if (report != null) {
      report.close();
    }
    results.close();
  }
}
