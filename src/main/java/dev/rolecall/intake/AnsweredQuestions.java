package dev.rolecall.intake;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A questionnaire that came back: a case for each requisition in it. Beside other inputs its
 * answers are laid over their cases, and it has none of its own but rows of no requisition.
 */
final class AnsweredQuestions extends Intake {

  /**
   * An answer and where it stands.
   *
   * @param value of the attribute's type
   */
  record Given(Object value, Place at) {}

  /**
   * What it holds of one requisition.
   *
   * @param row the first of its rows
   * @param cells what says which requisition it is, its id first
   * @param known before anybody was asked
   * @param problems of its rows
   */
  record Asked(
      int row,
      List<String> cells,
      Situation known,
      Map<Attribute, Given> given,
      List<Problem> problems) {}

  private final Content content;
  private final List<String> columns;
  private final List<String> routing;
  private final Map<String, Asked> asked;
  private final List<Row> stray;
  private List<Attribute> shown = List.of();
  private @Nullable Answers beside;
  private Iterator<Row> rows = List.<Row>of().iterator();

  /**
   * @param columns what says which requisition it is, the id first
   * @param routing those of them that say whom to send it to
   * @param asked by id
   * @param stray rows of no requisition
   */
  AnsweredQuestions(
      Content content,
      List<String> columns,
      List<String> routing,
      Map<String, Asked> asked,
      List<Row> stray) {
    super(content);
    this.content = content;
    this.columns = List.copyOf(columns);
    this.routing = List.copyOf(routing);
    this.asked = asked;
    this.stray = List.copyOf(stray);
  }

  Map<String, Asked> asked() {
    return asked;
  }

  /**
   * Its cases are the requisitions that it is the first to hold, with all that was answered.
   *
   * @param answers of all questionnaires
   */
  void standsAlone(Answers answers) {
    shown = answers.attributes();
    List<Row> all = new ArrayList<>(stray);
    asked.forEach(
        (id, one) -> {
          if (answers.known(id) == one.known) {
            all.add(new Row(name(), one.row, cells(one, answers), () -> answers.over(one.known)));
          }
        });
    rows = all.iterator();
  }

  private List<String> cells(Asked one, Answers answers) {
    List<String> cells = new ArrayList<>(one.cells);
    Map<Attribute, Given> given = answers.of(one.known.id());
    for (Attribute attribute : shown) {
      Given answer = given.get(attribute);
      cells.add(answer == null ? "" : attribute.type().print(answer.value));
    }
    return cells;
  }

  /** Its answers are laid over the cases of other inputs. */
  void standsBeside(Answers answers) {
    beside = answers;
    rows = stray.iterator();
  }

  @Override
  public List<String> columns() {
    if (beside != null) {
      return List.of();
    }
    List<String> all = new ArrayList<>(columns);
    shown.forEach(a -> all.add(a.path()));
    return all;
  }

  @Override
  public List<String> understood() {
    List<String> understood = new ArrayList<>(columns());
    understood.removeAll(routing);
    return understood;
  }

  @Override
  public Optional<String> idColumn() {
    return columns().stream().findFirst();
  }

  @Override
  public List<String> routing() {
    return routing;
  }

  @Override
  public @Nullable Row next() {
    return rows.hasNext() ? rows.next() : null;
  }

  @Override
  @Nullable Description nextDescription() {
    return null;
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>(super.notes());
    if (beside != null) {
      List<String> left = asked.keySet().stream().filter(id -> !beside.isMet(id)).toList();
      if (!left.isEmpty()) {
        notes.add(
            content.name()
                + ": answers for requisitions that no other file holds were not used: "
                + Nearest.list(left));
      }
    }
    return notes;
  }
}
