package dev.rolecall.intake;

import dev.rolecall.intake.AnsweredQuestions.Asked;
import dev.rolecall.intake.AnsweredQuestions.Given;
import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import dev.rolecall.situation.ValueReader;
import dev.rolecall.situation.Words;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a sheet that is laid out as {@link QuestionnaireSheet} says. */
final class QuestionnaireReader {

  private static final List<String> OF_THE_QUESTION =
      List.of(
          QuestionnaireSheet.QUESTION,
          QuestionnaireSheet.ANSWER,
          QuestionnaireSheet.EXPECTED,
          QuestionnaireSheet.ASKS_FOR);

  private final Content content;
  private final Understanding understanding;
  private final Vocabulary vocabulary;
  private final CellReader cells;
  private final List<String> headers;
  private final List<Integer> about = new ArrayList<>();
  private final Map<String, List<TableRow>> known = new HashMap<>();
  private final Map<String, Asked> asked = new LinkedHashMap<>();
  private final List<Row> stray = new ArrayList<>();

  private QuestionnaireReader(Content content, List<String> headers, Understanding understanding) {
    this.content = content;
    this.understanding = understanding;
    this.vocabulary = understanding.vocabulary();
    this.cells = new CellReader(understanding);
    this.headers = headers.stream().map(String::strip).toList();
    about.add(column(QuestionnaireSheet.REQUISITION, headers));
    for (int i = 0; i < headers.size(); i++) {
      String header = headers.get(i);
      boolean own = OF_THE_QUESTION.stream().anyMatch(o -> isCalled(o, header));
      if (i != about.get(0) && !own && !header.isBlank()) {
        about.add(i);
      }
    }
  }

  /** Whether a sheet with this header is a questionnaire. */
  static boolean canRead(Header header) {
    List<String> headers = header.row().cells();
    return column(QuestionnaireSheet.REQUISITION, headers) >= 0
        && column(QuestionnaireSheet.ANSWER, headers) >= 0
        && column(QuestionnaireSheet.ASKS_FOR, headers) >= 0;
  }

  private static int column(String name, List<String> headers) {
    for (int i = 0; i < headers.size(); i++) {
      if (isCalled(name, headers.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isCalled(String name, String header) {
    return Words.key(name).equals(Words.key(header));
  }

  /**
   * @param header of the sheet, which {@link #canRead}
   * @param hidden what was known when it was made; null where the sheet was copied elsewhere
   */
  static Result<Intake> read(
      Content content,
      Header header,
      TableRows rows,
      @Nullable TableRows hidden,
      Understanding understanding)
      throws IOException {
    QuestionnaireReader reader =
        new QuestionnaireReader(content, header.row().cells(), understanding);
    String other = hidden == null ? null : reader.known(hidden);
    if (other != null) {
      return Result.refused(
          Place.of(content.name()),
          "these are questions of the decision `"
              + other
              + "`, not of `"
              + understanding.vocabulary().decision()
              + "`; say `--decision "
              + other
              + "`");
    }
    for (TableRow row : header.behind()) {
      reader.row(row);
    }
    int count = header.behind().size();
    for (TableRow row = rows.next(); row != null; row = rows.next()) {
      count++;
      if (count > QuestionnaireSheet.MOST_ROWS) {
        return Result.refused(
            Place.of(content.name()),
            "a questionnaire has no more than " + QuestionnaireSheet.MOST_ROWS + " rows");
      }
      reader.row(row);
    }
    return Result.ok(reader.read());
  }

  /** Takes what was known, or names the other decision that the questionnaire is of. */
  private @Nullable String known(TableRows hidden) throws IOException {
    TableRow row = hidden.next();
    if (row == null || !cell(row, 0).equals(QuestionnaireSheet.DECISION)) {
      return null;
    }
    if (!cell(row, 1).equals(vocabulary.decision())) {
      return cell(row, 1);
    }
    for (row = hidden.next(); row != null; row = hidden.next()) {
      known.computeIfAbsent(cell(row, 0), id -> new ArrayList<>()).add(row);
    }
    return null;
  }

  private static String cell(TableRow row, int column) {
    return column < 0 || column >= row.cells().size() ? "" : row.cells().get(column).strip();
  }

  private void row(TableRow row) {
    String id = cell(row, about.get(0));
    String answer = cell(row, column(QuestionnaireSheet.ANSWER, headers));
    if (row.fault() != null) {
      stray(row, row.fault().words());
    } else if (!id.isEmpty()) {
      Asked one = asked.computeIfAbsent(id, i -> asked(i, row));
      if (!ValueReader.saysUnknown(answer)) {
        answer(row, answer, one);
      }
    } else if (!ValueReader.saysUnknown(answer)) {
      stray(row, "`" + Notes.shortened(answer) + "` is answered here, but of which requisition?");
    }
  }

  private void stray(TableRow row, String words) {
    Place at = at(row, QuestionnaireSheet.REQUISITION);
    List<String> shown = about.stream().map(column -> cell(row, column)).toList();
    stray.add(new Row(content.name(), row.number(), shown, () -> Result.refused(at, words)));
  }

  private Place at(TableRow row, String column) {
    return Place.ofCell(content.name(), row.number(), column);
  }

  private Asked asked(String id, TableRow row) {
    Situation.Builder situation = Situation.of(vocabulary, id);
    for (int column : about.subList(1, about.size())) {
      if (understanding.names().of(headers.get(column)).meaning() instanceof Column.Value value) {
        set(value.attribute(), cell(row, column), null, situation);
      }
    }
    for (TableRow line : known.getOrDefault(id, List.of())) {
      boolean inferred = cell(line, 3).equals(QuestionnaireSheet.INFERRED);
      String quote = inferred ? cell(line, 4) : null;
      vocabulary
          .attribute(cell(line, 1))
          .ifPresent(attribute -> set(attribute, cell(line, 2), quote, situation));
    }
    return new Asked(
        row.number(),
        about.stream().map(column -> cell(row, column)).toList(),
        situation.build(),
        new LinkedHashMap<>(),
        new ArrayList<>());
  }

  /** What the rules of today do not allow any more is not known any more. */
  private static void set(
      Attribute attribute, String words, @Nullable String quote, Situation.Builder situation) {
    Object value = ValueReader.read(attribute.type(), words).value();
    if (value != null) {
      situation.set(
          attribute, quote == null ? Answer.stated(value) : Answer.inferred(value, quote));
    }
  }

  private void answer(TableRow row, String answer, Asked one) {
    String path = cell(row, column(QuestionnaireSheet.ASKS_FOR, headers));
    Attribute attribute = vocabulary.attribute(path).orElse(null);
    if (attribute == null) {
      one.problems()
          .add(
              new Problem(
                  at(row, QuestionnaireSheet.ASKS_FOR),
                  "`"
                      + Notes.shortened(path)
                      + "` is not an attribute"
                      + Nearest.maybe(path, vocabulary.paths())));
      return;
    }
    Place at = at(row, QuestionnaireSheet.ANSWER);
    CellReader.Read read = cells.read(attribute, answer);
    if (read.problem() != null) {
      one.problems().add(new Problem(at, read.problem()));
    } else if (read.value() == null) {
      one.problems()
          .add(
              new Problem(
                  at,
                  "`" + Notes.shortened(answer) + "` is not " + attribute.type().expectation()));
    } else {
      Given given = new Given(read.value(), at);
      Given before = one.given().putIfAbsent(attribute, given);
      if (before != null && !before.value().equals(given.value())) {
        one.problems().add(Answers.contradiction(attribute, given, before));
      }
    }
  }

  private Intake read() {
    List<String> shown = about.stream().map(headers::get).toList();
    List<String> routing =
        shown.stream()
            .skip(1)
            .filter(h -> !(understanding.names().of(h).meaning() instanceof Column.Value))
            .toList();
    return new AnsweredQuestions(content, shown, routing, asked, stray);
  }
}
