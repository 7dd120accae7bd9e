package dev.rolecall.intake;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.situation.Situation;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of a table: of a text with separators, or of a sheet. */
final class TableIntake extends Intake {

  private static final String REPAIRED = "text that a wrong encoding had garbled was repaired";

  private final String file;
  private final TableRows rows;
  private final Deque<TableRow> readAhead;
  private final Columns columns;

  /** Cells of a row that a result keeps, at most. */
  private final int most;

  private final Notes notes;
  private final StatusCount statuses;
  private @Nullable Examination examination;
  private boolean ended;

  private TableIntake(
      Content content,
      TableRows rows,
      Deque<TableRow> readAhead,
      Columns columns,
      int most,
      StatusCount statuses) {
    super(content);
    this.file = content.name();
    this.rows = rows;
    this.readAhead = readAhead;
    this.columns = columns;
    this.most = most;
    this.notes = content.notes();
    this.statuses = statuses;
  }

  static Result<Intake> ofText(
      Content content, String beginning, Reader text, Understanding understanding)
      throws IOException {
    char separator = Separator.of(beginning, understanding.names());
    content.notes().add(Trait.SEPARATOR, Separator.word(separator));
    TableRows rows = new CsvRows(text, separator);
    Header header = Header.find(rows, understanding.names());
    return header == null
        ? Result.refused(Place.of(content.name()), "there is nothing in it but blank lines")
        : of(content, header, rows, understanding);
  }

  /** Of the columns of jobs those are kept that a table would have. */
  static Result<Intake> ofJobs(Content content, JobRows jobs, Understanding understanding) {
    TableRow headers = new TableRow(0, TrackingSystem.columns(), null);
    Header header = new Header(headers, headers.cells().size(), false, List.of());
    return of(content, header, jobs, TrackingSystem.HEADERS.size(), understanding);
  }

  static Result<Intake> of(
      Content content, Header header, TableRows rows, Understanding understanding) {
    return of(content, header, rows, Integer.MAX_VALUE, understanding);
  }

  private static Result<Intake> of(
      Content content, Header header, TableRows rows, int most, Understanding understanding) {
    Place at = Place.ofCell(content.name(), header.row().number(), null);
    TableRow.Fault fault = header.row().fault();
    if (fault != null) {
      return Result.refused(at, fault.words());
    }
    List<Problem> problems = new ArrayList<>();
    List<String> headers = header.row().cells();
    Columns columns = Columns.read(at, headers, understanding, content.notes(), problems);
    if (problems.isEmpty() && columns.understood().isEmpty()) {
      problems.add(
          new Problem(
              at,
              "none of its columns ("
                  + Nearest.list(headers.stream().map(Notes::shortened).toList())
                  + ") is understood; the first row must hold headers: paths like `"
                  + understanding.vocabulary().paths().get(0)
                  + "`, or the questions that `rolecall template --csv` prints"));
    }
    if (at.line() > 0) {
      content.notes().add(Trait.HEADER, "row " + at.line());
    }
    if (understanding.isForgiving()) {
      problems.forEach(problem -> content.notes().add(problem.toString()));
      problems.clear();
    }
    if (header.titled()) {
      content
          .notes()
          .add("the header is row " + at.line() + "; what stands above it was passed over");
    }
    Deque<TableRow> readAhead = new ArrayDeque<>(header.behind());
    Statuses wanted = columns.haveStatus() ? understanding.statuses() : Statuses.ALL;
    if (!columns.haveStatus() && !understanding.statuses().named().isEmpty()) {
      content.notes().add("no column says where the requisitions stand, so all of them are read");
    }
    StatusCount statuses = new StatusCount(wanted, understanding.names());
    return Result.of(
        new TableIntake(content.with(rows), rows, readAhead, columns, most, statuses), problems);
  }

  @Override
  public List<String> columns() {
    return first(columns.kept());
  }

  private List<String> first(List<String> cells) {
    return cells.size() > most ? cells.subList(0, most) : cells;
  }

  @Override
  public List<String> understood() {
    return columns.understood();
  }

  @Override
  public List<String> unread() {
    return columns.headers(Column.Part.CARRIED);
  }

  @Override
  Examination examination() {
    Examination begun = examination == null ? columns.examination() : examination;
    examination = begun;
    return begun;
  }

  @Override
  List<Inspection.Standing> standings() {
    List<Inspection.Standing> standings = statuses.standings();
    return standings.stream().allMatch(s -> s.status().isEmpty()) ? List.of() : standings;
  }

  @Override
  public Optional<String> idColumn() {
    return columns.headers(Column.Part.ID).stream().findFirst();
  }

  @Override
  public List<String> routing() {
    return columns.headers(Column.Part.ROUTING);
  }

  @Override
  public @Nullable Row next() {
    TableRow row = nextWanted();
    if (row == null) {
      return null;
    }
    int number = row.number();
    TableRow.Fault fault = row.fault();
    if (fault != null) {
      Place at = Place.ofCell(file, number, columns.header(fault.cell()));
      return new Row(
          file, number, first(columns.kept(row.cells())), () -> Result.refused(at, fault.words()));
    }
    List<String> cells = repaired(row);
    if (examination != null) {
      examination.row(cells);
    }
    Row read = new Row(file, number, first(columns.kept(cells)), () -> situation(number, cells));
    return columns.describe(cells)
        ? read.described(stated -> columns.over(stated, number, cells))
        : read;
  }

  @Override
  boolean hasDescriptions() {
    return columns.haveDescriptions();
  }

  @Override
  @Nullable Description nextDescription() {
    TableRow row = nextFilled();
    return row == null
        ? null
        : row.fault() == null ? columns.description(repaired(row)) : Description.NONE;
  }

  @Override
  public Map<String, Long> passedOver() {
    return statuses.passedOver();
  }

  @Override
  public List<String> notes() {
    List<String> all = new ArrayList<>(super.notes());
    all.addAll(statuses.words());
    return all;
  }

  /** The next row of a requisition of a status that is read; one that is broken has none. */
  private @Nullable TableRow nextWanted() {
    TableRow row = nextFilled();
    while (row != null && row.fault() == null && !statuses.reads(columns.status(row.cells()))) {
      row = nextFilled();
    }
    return row;
  }

  private @Nullable TableRow nextFilled() {
    TableRow row = readRow();
    while (row != null && row.isBlank()) {
      row = readRow();
    }
    return row;
  }

  private @Nullable TableRow readRow() {
    if (!readAhead.isEmpty() || ended) {
      return readAhead.poll();
    }
    try {
      return rows.next();
    } catch (IOException e) {
      ended = true;
      return TableRow.broken(0, List.of(), -1, Unreadable.words(e));
    }
  }

  private List<String> repaired(TableRow row) {
    List<String> repaired = null;
    for (int i = 0; i < row.cells().size(); i++) {
      String cell = row.cells().get(i);
      String whole = Mojibake.repaired(cell);
      if (!whole.equals(cell)) {
        repaired = repaired == null ? new ArrayList<>(row.cells()) : repaired;
        repaired.set(i, whole);
        notes.add(i + 1, String.valueOf(columns.header(i)), REPAIRED, row.number(), cell);
      }
    }
    return repaired == null ? row.cells() : repaired;
  }

  private Result<Situation> situation(int number, List<String> cells) {
    List<Problem> problems = new ArrayList<>();
    for (int i = columns.count(); i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        problems.add(
            new Problem(
                Place.ofCell(file, number, null),
                "there are "
                    + columns.count()
                    + " columns, but cell "
                    + (i + 1)
                    + " holds `"
                    + Notes.shortened(cells.get(i))
                    + "`; maybe a text with a separator in it is not in quotes?"));
      }
    }
    Situation situation = columns.situation(file, number, cells, problems);
    return Result.of(situation, problems);
  }
}
