package dev.rolecall.intake;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import dev.rolecall.situation.Words;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of one table: what each is for, and what a row of them says. */
final class Columns {

  /** Cells above are said of the row as a whole. */
  private static final String LEFT_OPEN = "not understood, left open";

  private final Understanding understanding;
  private final CellReader reader;
  private final Notes notes;
  private final List<Column> columns;
  private final int id;
  private final int status;
  private final boolean described;

  private Columns(Understanding understanding, Notes notes, List<Column> columns) {
    this.understanding = understanding;
    this.reader = new CellReader(understanding);
    this.notes = notes;
    this.columns = columns;
    this.id = first(Column.Part.ID);
    this.status = first(Column.Part.STATUS);
    this.described = haveDescriptions();
  }

  private int first(Column.Part part) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).meaning() == part) {
        return i;
      }
    }
    return -1;
  }

  /** Understands a header row; what is wrong with it is added to the problems. */
  static Columns read(
      Place header,
      List<String> headers,
      Understanding understanding,
      Notes notes,
      List<Problem> problems) {
    List<ColumnNames.Named> named = headers.stream().map(h -> understanding.names().of(h)).toList();
    Map<Column.Meaning, Integer> chosen = chosen(header, headers, named, problems);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      Column.Meaning meaning = named.get(i).meaning();
      boolean passedOver = isOne(meaning) && chosen.getOrDefault(meaning, i) != i;
      Mapping.Entry said = understanding.names().mapping().of(headers.get(i));
      columns.add(
          new Column(
              headers.get(i),
              passedOver ? Column.Part.CARRIED : meaning,
              named.get(i).certain(),
              passedOver ? Column.By.NOTHING : named.get(i).by(),
              said == null || passedOver ? Map.of() : said.values()));
      if (meaning == Column.Part.CARRIED) {
        misspelt(header, headers.get(i), understanding.vocabulary(), problems);
      }
    }
    Columns read = new Columns(understanding, notes, List.copyOf(columns));
    read.dropped();
    if (read.first(Column.Part.DESCRIPTION) >= 0) {
      problems.addAll(understanding.descriptions().problems());
    }
    absent(headers, understanding.names().mapping(), notes);
    return read;
  }

  /** Whether one column is enough of it. */
  private static boolean isOne(Column.Meaning meaning) {
    return meaning instanceof Column.Value
        || meaning == Column.Part.ID
        || meaning == Column.Part.STATUS;
  }

  /** Of the columns that mean the same, the one whose name says it most plainly. */
  private static Map<Column.Meaning, Integer> chosen(
      Place header, List<String> headers, List<ColumnNames.Named> named, List<Problem> problems) {
    Map<Column.Meaning, Integer> chosen = new HashMap<>();
    for (int i = 0; i < named.size(); i++) {
      ColumnNames.Named found = named.get(i);
      Integer before = chosen.get(found.meaning());
      if (before != null
          && isEquallyPlain(found, named.get(before))
          && found.meaning() instanceof Column.Value value) {
        problems.add(
            new Problem(
                Place.ofCell(header.file(), header.line(), headers.get(i).strip()),
                "this column and `"
                    + headers.get(before).strip()
                    + "` both mean `"
                    + value.attribute().path()
                    + "`; keep one of them"));
      }
      if (before == null || isPlainer(found, named.get(before))) {
        chosen.put(found.meaning(), i);
      }
    }
    return chosen;
  }

  private static boolean isEquallyPlain(ColumnNames.Named one, ColumnNames.Named other) {
    boolean said = one.by() == Column.By.MAPPING;
    return said == (other.by() == Column.By.MAPPING)
        && (said ? one.rank() != other.rank() : one.certain() && other.certain());
  }

  /** What a mapping says goes before all else. */
  private static boolean isPlainer(ColumnNames.Named one, ColumnNames.Named other) {
    boolean said = one.by() == Column.By.MAPPING;
    if (said != (other.by() == Column.By.MAPPING)) {
      return said;
    }
    return one.certain() == other.certain() || said ? one.rank() < other.rank() : one.certain();
  }

  private static void absent(List<String> headers, Mapping mapping, Notes notes) {
    Set<String> here =
        headers.stream()
            .map(mapping::of)
            .filter(Objects::nonNull)
            .map(Mapping.Entry::header)
            .collect(Collectors.toSet());
    List<String> absent =
        mapping.entries().stream()
            .map(Mapping.Entry::header)
            .filter(header -> !here.contains(header))
            .toList();
    if (!absent.isEmpty()) {
      notes.add("the mapping names columns that are not here: " + Nearest.list(absent));
    }
  }

  /** A header like {@code scope.team} is meant for us, and must not pass through unread. */
  private static void misspelt(
      Place row, String written, Vocabulary vocabulary, List<Problem> problems) {
    String header = written.strip();
    int point = header.indexOf('.');
    String fact = point < 0 ? "" : Words.key(header.substring(0, point));
    boolean ours = vocabulary.facts().stream().anyMatch(f -> Words.key(f.name()).equals(fact));
    boolean nearly =
        point > 0
            && header.matches("[A-Za-z]+\\.[A-Za-z]+")
            && Nearest.to(header, vocabulary.paths()).isPresent();
    if (ours || nearly) {
      problems.add(
          new Problem(
              Place.ofCell(row.file(), row.line(), header),
              "`" + header + "` is not an attribute" + Nearest.maybe(header, vocabulary.paths())));
    }
  }

  private void dropped() {
    List<String> dropped = headers(Column.Part.PERSONAL);
    if (!dropped.isEmpty()) {
      notes.add(
          "left out, as they are about people and not about the work: " + Nearest.list(dropped));
    }
  }

  List<String> headers(Column.Part part) {
    return columns.stream().filter(c -> c.meaning() == part).map(Column::header).toList();
  }

  Examination examination() {
    return new Examination(columns, understanding);
  }

  int count() {
    return columns.size();
  }

  @Nullable String header(int index) {
    return index < 0 || index >= columns.size() ? null : columns.get(index).header().strip();
  }

  private static boolean isLeftOut(Column column) {
    return column.meaning() == Column.Part.PERSONAL || column.meaning() == Column.Part.DROPPED;
  }

  /** The headers that a result keeps. */
  List<String> kept() {
    return kept(columns.stream().map(Column::header).toList());
  }

  /** Of the cells of a row, those that a result keeps. */
  List<String> kept(List<String> cells) {
    if (columns.stream().noneMatch(Columns::isLeftOut)) {
      return cells;
    }
    List<String> kept = new ArrayList<>(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      if (i >= columns.size() || !isLeftOut(columns.get(i))) {
        kept.add(cells.get(i));
      }
    }
    return kept;
  }

  boolean haveStatus() {
    return status >= 0;
  }

  /** Where the requisition of a row stands; empty where nobody says. */
  String status(List<String> cells) {
    return status < 0 || status >= cells.size() ? "" : cells.get(status);
  }

  /** The headers that the situation of a row is read from. */
  List<String> understood() {
    return columns.stream()
        .filter(
            c ->
                !(c.meaning() instanceof Column.Part)
                    || c.meaning() == Column.Part.ID
                    || described && c.meaning() == Column.Part.DESCRIPTION)
        .map(Column::header)
        .toList();
  }

  /** Whether one of these columns holds descriptions, and they are read. */
  boolean haveDescriptions() {
    return first(Column.Part.DESCRIPTION) >= 0 && understanding.descriptions().areRead();
  }

  /** Whether a row has a description that is read. */
  boolean describe(List<String> cells) {
    for (int i = 0; described && i < cells.size() && i < columns.size(); i++) {
      if (columns.get(i).meaning() == Column.Part.DESCRIPTION && !cells.get(i).isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** What is known of a row, and what its description says besides. */
  Situation over(Situation stated, int row, List<String> cells) {
    int column = first(Column.Part.DESCRIPTION);
    String header = columns.get(column).header().strip();
    return understanding
        .descriptions()
        .over(
            stated,
            () -> description(cells),
            conflict -> notes.add(column + 1, header, row, conflict));
  }

  /** What a row tells of the job in words. */
  Description description(List<String> cells) {
    StringBuilder text = new StringBuilder();
    String employer = "";
    for (int i = 0; i < cells.size() && i < columns.size(); i++) {
      Column.Meaning meaning = columns.get(i).meaning();
      if (meaning == Column.Part.DESCRIPTION && !cells.get(i).isBlank()) {
        text.append(text.isEmpty() ? "" : "\n\n").append(DescriptionText.of(cells.get(i)));
      } else if (meaning == Column.Part.EMPLOYER && employer.isEmpty()) {
        employer = cells.get(i).strip();
      }
    }
    return new Description(employer, text.toString());
  }

  /** What a row says; what is wrong with its cells is added to the problems. */
  Situation situation(String file, int row, List<String> cells, List<Problem> problems) {
    Situation.Builder situation =
        Situation.of(
            understanding.vocabulary(), id < 0 || id >= cells.size() ? "" : cells.get(id).strip());
    for (int i = 0; i < cells.size() && i < columns.size(); i++) {
      Column column = columns.get(i);
      if (column.meaning() instanceof Column.Value value) {
        Place at = new Place(file, row, i + 1, column.header().strip());
        value(value.attribute(), column, at, cells.get(i), situation, problems);
      } else if (column.meaning() instanceof Column.Choices choices) {
        choices(choices.fact(), i, row, cells.get(i), situation);
      }
    }
    return situation.build();
  }

  private void value(
      Attribute attribute,
      Column column,
      Place at,
      String cell,
      Situation.Builder situation,
      List<Problem> problems) {
    if (column.maps(cell)) {
      column.mapped(cell).ifPresent(v -> situation.set(attribute, Answer.stated(v)));
      return;
    }
    CellReader.Read read = reader.read(attribute, cell);
    String note = read.note();
    if (read.problem() != null && column.certain()) {
      problems.add(new Problem(at, read.problem()));
    } else if (read.problem() != null) {
      note = LEFT_OPEN;
    } else if (read.value() != null) {
      situation.set(attribute, Answer.stated(read.value()));
    }
    if (note != null) {
      notes.add(at.column(), column.header().strip(), note, at.line(), cell);
    }
  }

  /** Those named are yes; of the others nothing is said. A column of its own says more. */
  private void choices(
      FactType fact, int index, int row, String cell, Situation.Builder situation) {
    CellReader.Named list = reader.list(fact, columns.get(index), cell);
    for (Attribute attribute : list.named()) {
      if (situation.get(attribute) == null) {
        situation.set(attribute, Answer.stated(true));
      }
    }
    String header = columns.get(index).header().strip();
    list.others().forEach(other -> notes.add(index + 1, header, LEFT_OPEN, row, other));
  }
}
