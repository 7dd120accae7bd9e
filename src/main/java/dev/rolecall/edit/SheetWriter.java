package dev.rolecall.edit;

import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.vocabulary.ValueType;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes rows as a workbook: the rules, how to use them, and hidden from view the choices of the
 * drop-downs and a second copy of the rows, which tells later what was changed.
 */
final class SheetWriter {

  static final String RULES = "Rules";
  static final String HOW_TO = "How to";
  static final String CHOICES = "Choices";
  static final String ORIGINAL = "Original";

  /** The cells of the first row of {@link #ORIGINAL}, each before its value. */
  static final String DECISION = "decision";

  static final String RULESET = "ruleset";

  private static final List<String> WORDS =
      List.of(
          "The rules of `%s`, a row each.",
          "",
          "Change the yellow cells of the sheet \"Rules\": a number, a choice, a text, a weight."
              + " The grey ones say which rule it is; they are locked.",
          "\"When\" is the whole condition in words. Each \"What\" names one of its values, and the"
              + " cell beside it holds the value.",
          "A name in braces, like {teams}, is filled with the value of the situation; keep it as it is.",
          "A row that you delete, filter out or leave alone changes nothing.",
          "",
          "Save the file as .xlsx, then let it be checked and written back to the rule files:",
          "    rolecall rules sheet --decision %s --apply FILE.xlsx --dry-run     shows what would change",
          "    rolecall rules sheet --decision %s --apply FILE.xlsx               changes it",
          "Nothing is written unless every change is valid and every scenario passes.",
          "",
          "New rules, and conditions of another shape, are written in the rule files themselves.",
          "Make a new sheet after the rules were changed elsewhere: a rule that changed since is not"
              + " overwritten.");

  private final RuleFiles files;
  private final List<SheetRow> rows;
  private final List<String> columns;

  private SheetWriter(RuleFiles files, List<SheetRow> rows) {
    this.files = files;
    this.rows = rows;
    this.columns = SheetRows.columns(rows);
  }

  /** The bytes of the workbook. */
  static byte[] bytes(RuleFiles files, List<SheetRow> rows) {
    return FormFile.bytes(workbook -> new SheetWriter(files, rows).write(workbook));
  }

  private void write(Workbook workbook) {
    Worksheet sheet = workbook.newWorksheet(RULES);
    howTo(workbook.newWorksheet(HOW_TO));
    SheetChoices choices = new SheetChoices(workbook.newWorksheet(CHOICES));
    rules(sheet, choices);
    original(workbook.newWorksheet(ORIGINAL));
  }

  private void rules(Worksheet sheet, SheetChoices choices) {
    SheetLook.header(sheet, columns);
    for (int row = 1; row <= rows.size(); row++) {
      for (int column = 0; column < columns.size(); column++) {
        SheetCell cell = rows.get(row - 1).cells().get(columns.get(column));
        if (cell != null) {
          cell(sheet, row, column, cell);
          look(sheet, row, column, cell, choices);
        }
      }
      SheetLook.height(sheet, row, rows.get(row - 1));
    }
    sheet.freezePane(2, 1);
    sheet.setAutoFilter(0, 0, rows.size(), columns.size() - 1);
    SheetLook.print(sheet);
    FormFile.protect(sheet);
  }

  private static void look(
      Worksheet sheet, int row, int column, SheetCell cell, SheetChoices choices) {
    if (cell.slot().isPresent()) {
      SheetLook.open(sheet, row, column);
      choices.allow(sheet.range(row, column, row, column), cell.slot().get().type());
    } else {
      SheetLook.locked(sheet, row, column);
    }
  }

  private void howTo(Worksheet sheet) {
    for (int i = 0; i < WORDS.size(); i++) {
      sheet.value(i, 0, WORDS.get(i).formatted(files.decision()));
    }
    sheet.value(WORDS.size() + 1, 0, "Made from version " + files.hash());
    SheetLook.howTo(sheet, WORDS.size() + 2);
    FormFile.protect(sheet);
  }

  private void original(Worksheet sheet) {
    List<String> identity = List.of(DECISION, files.decision(), RULESET, files.hash());
    for (int column = 0; column < identity.size(); column++) {
      sheet.value(0, column, identity.get(column));
    }
    for (int column = 0; column < columns.size(); column++) {
      sheet.value(1, column, columns.get(column));
      for (int row = 0; row < rows.size(); row++) {
        SheetCell cell = rows.get(row).cells().get(columns.get(column));
        if (cell != null) {
          cell(sheet, row + 2, column, cell);
        }
      }
    }
    sheet.setVisibilityState(VisibilityState.VERY_HIDDEN);
    FormFile.protect(sheet);
  }

  /** A number as a number, all else as a text, whatever sign it begins with. */
  private static void cell(Worksheet sheet, int row, int column, SheetCell cell) {
    boolean number =
        cell.slot()
            .map(SheetSlot::type)
            .filter(t -> t instanceof ValueType.WholeNumber || t instanceof ValueType.Decimal)
            .isPresent();
    if (number) {
      sheet.value(row, column, new BigDecimal(cell.words()));
    } else if (!cell.words().isEmpty()) {
      sheet.value(row, column, cell.words());
    }
  }
}
