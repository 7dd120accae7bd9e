package dev.rolecall.edit;

import dev.rolecall.edit.SheetContent.Line;
import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares what a workbook says with what it said when it was made, and with what the rules say
 * now: only what people changed in it is a change, and only where nobody else changed the rule.
 */
final class SheetChanges {

  private final SheetContent content;
  private final boolean sameRules;
  private final Map<String, SheetRow> rows = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final List<SheetChange> changes = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private SheetChanges(SheetContent content, List<SheetRow> now, String ruleset) {
    this.content = content;
    this.sameRules = content.ruleset().equals(ruleset);
    now.forEach(row -> rows.put(row.rule().id(), row));
  }

  /**
   * @param now the rules as they are now
   * @param ruleset the hash of their files
   */
  static SheetChanges of(SheetContent content, List<SheetRow> now, String ruleset) {
    SheetChanges changes = new SheetChanges(content, now, ruleset);
    content.lines().forEach(changes::line);
    return changes;
  }

  /** Those of cells that can be read. */
  List<SheetChange> changes() {
    return List.copyOf(changes);
  }

  /** Why the others cannot be. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  private void line(Line line) {
    Line original = content.originals().get(line.id());
    Integer other = seen.putIfAbsent(line.id(), line.number());
    if (line.id().isEmpty()) {
      problem(line, SheetRows.ID, "it is empty; it says which rule the row is");
    } else if (other != null) {
      problem(line, SheetRows.ID, "`" + line.id() + "` stands in row " + other + " already");
    } else if (original == null) {
      problem(line, SheetRows.ID, unknown(line.id()));
    } else {
      changed(line, original);
    }
  }

  private String unknown(String id) {
    return "the sheet was made without a rule `"
        + id
        + "`; a new rule is written in a rule file"
        + Nearest.maybe(id, content.originals().keySet());
  }

  private void changed(Line line, Line original) {
    List<String> columns =
        content.columns().stream().filter(c -> !line.words(c).equals(original.words(c))).toList();
    SheetRow row = rows.get(line.id());
    if (row == null && !columns.isEmpty()) {
      problem(line, SheetRows.ID, "this rule is not there any more; make a new sheet");
    } else if (row != null && (sameRules || elsewhere(row, original).isEmpty())) {
      columns.forEach(column -> cell(line, row, column));
    } else if (row != null && columns.stream().anyMatch(c -> !row.words(c).equals(line.words(c)))) {
      elsewhere(row, original).forEach(column -> changedElsewhere(line, row, column));
    }
  }

  /** Where the rule says something else than when the sheet was made: what it was changed in. */
  private List<String> elsewhere(SheetRow row, Line original) {
    List<String> all =
        content.columns().stream().filter(c -> !row.words(c).equals(original.words(c))).toList();
    List<String> open = all.stream().filter(c -> row.slot(c).isPresent()).toList();
    return open.isEmpty() ? all : open;
  }

  private void changedElsewhere(Line line, SheetRow row, String column) {
    String now = row.words(column);
    problem(
        line,
        column,
        "the rule was changed since the sheet was made, here it says "
            + (now.isEmpty() ? "nothing" : "`" + now + "`")
            + " now; make a new sheet");
  }

  private void cell(Line line, SheetRow row, String column) {
    Optional<SheetSlot> slot = row.slot(column);
    if (slot.isEmpty()) {
      problem(line, column, "this cell cannot be changed; change it in the rule file");
    } else {
      change(line, row, column, slot.get());
    }
  }

  private void change(Line line, SheetRow row, String column, SheetSlot slot) {
    Place at = Place.ofCell(content.file(), line.number(), column);
    Result<Object> read = slot.read(line.words(column), at);
    if (read instanceof Result.Refused<Object> refused) {
      problems.addAll(refused.problems());
    } else if (read instanceof Result.Ok<Object> ok) {
      String before = row.words(column);
      String after = SheetSlot.words(slot.type(), ok.value());
      if (!after.equals(before)) {
        changes.add(
            new SheetChange(
                row.rule(), row.what(column), before, after, at, slot.splice(ok.value())));
      }
    }
  }

  private void problem(Line line, String column, String message) {
    problems.add(new Problem(Place.ofCell(content.file(), line.number(), column), message));
  }
}
