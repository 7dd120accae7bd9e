package dev.rolecall.batch;

import dev.rolecall.edit.FormFile;
import dev.rolecall.edit.SheetChoices;
import dev.rolecall.edit.SheetLook;
import dev.rolecall.intake.QuestionnaireSheet;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Origin;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.ValueType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Questions as a workbook for the people who know the answers: a row each, of which they fill in
 * one cell. {@link QuestionnaireSheet} says how it is laid out.
 */
public final class QuestionnaireFile {

  private static final String QUESTIONS = "Questions";
  private static final String HOW_TO = "How to";
  private static final String CHOICES = "Choices";

  /** No spreadsheet keeps more characters in a cell. */
  private static final int LONGEST = 32_767;

  private static final List<String> WORDS =
      List.of(
          "Questions about the work, for each requisition that cannot be decided yet.",
          "",
          "Fill in the yellow cells of the sheet \"Questions\": choose from the list, or enter a"
              + " number. The grey cells are locked.",
          "Leave a cell blank, or choose \"not known\", where you do not know. Not known is never"
              + " read as no.",
          "The first question of a requisition weighs most. The further down, the less often its"
              + " answer changes anything.",
          "The questions are about the work only. Please write nothing about people.",
          "",
          "Filter by requisition or by any other column. Rows that are copied to a workbook of their"
              + " own can be read as well, with the row of headers above them.",
          "",
          "Save the file as .xlsx and give it back. To read one or several of them:",
          "    rolecall batch THIS.xlsx --out results.csv                     on their own",
          "    rolecall batch EXPORT.csv THIS.xlsx --out results.csv     as answers for an export");

  private final Ruleset ruleset;
  private final Vocabulary vocabulary;
  private final Asked asked;
  private final List<Attribute> framing;
  private final Set<String> routing = new LinkedHashSet<>();
  private final List<String> columns = new ArrayList<>();

  private QuestionnaireFile(Ruleset ruleset, Asked asked) {
    this.ruleset = ruleset;
    this.vocabulary = ruleset.vocabulary();
    this.asked = asked;
    this.framing = vocabulary.attributes().stream().filter(this::frames).toList();
    asked.requisitions().forEach(r -> routing.addAll(r.routing().keySet()));
    columns.add(QuestionnaireSheet.REQUISITION);
    framing.forEach(a -> columns.add(title(a)));
    columns.addAll(routing);
    columns.addAll(
        List.of(
            QuestionnaireSheet.QUESTION,
            QuestionnaireSheet.ANSWER,
            QuestionnaireSheet.EXPECTED,
            QuestionnaireSheet.ASKS_FOR));
  }

  /** What says which requisition it is: a title, a department. */
  private boolean frames(Attribute attribute) {
    return vocabulary.factOf(attribute).role() == FactType.Role.CONTEXT
        && attribute.derived().isEmpty()
        && asked.requisitions().stream().anyMatch(r -> r.situation().value(attribute) != null);
  }

  /** The bytes of the workbook. */
  public static byte[] bytes(Ruleset ruleset, Asked asked) {
    return FormFile.bytes(workbook -> new QuestionnaireFile(ruleset, asked).write(workbook));
  }

  private void write(Workbook workbook) {
    Worksheet sheet = workbook.newWorksheet(QUESTIONS);
    howTo(workbook.newWorksheet(HOW_TO));
    SheetChoices choices =
        new SheetChoices(workbook.newWorksheet(CHOICES), List.of(QuestionnaireSheet.NOT_KNOWN));
    SheetLook.header(sheet, columns, QuestionnaireFile::width);
    int row = 0;
    for (Asked.Requisition requisition : asked.requisitions()) {
      for (Attribute question : requisition.questions()) {
        row++;
        question(sheet, row, requisition, question, choices);
      }
    }
    sheet.freezePane(framing.isEmpty() ? 1 : 2, 1);
    sheet.setAutoFilter(0, 0, row, columns.size() - 1);
    SheetLook.print(sheet);
    sheet.fitToWidth((short) 1);
    FormFile.protect(sheet);
    known(workbook.newWorksheet(QuestionnaireSheet.KNOWN));
  }

  private void question(
      Worksheet sheet,
      int row,
      Asked.Requisition requisition,
      Attribute question,
      SheetChoices choices) {
    List<String> cells = new ArrayList<>(List.of(requisition.situation().id()));
    for (Attribute attribute : framing) {
      Object value = requisition.situation().value(attribute);
      cells.add(value == null ? "" : attribute.type().print(value));
    }
    routing.forEach(column -> cells.add(requisition.routing().getOrDefault(column, "")));
    cells.addAll(List.of(question.question(), "", expected(question.type()), question.path()));
    boolean first = question.equals(requisition.questions().get(0));
    int answer = columns.indexOf(QuestionnaireSheet.ANSWER);
    for (int column = 0; column < cells.size(); column++) {
      text(sheet, row, column, cells.get(column));
      if (column == answer) {
        SheetLook.open(sheet, row, column);
        choices.allow(sheet.range(row, column, row, column), question.type());
      } else {
        SheetLook.locked(sheet, row, column);
      }
      if (first) {
        sheet.style(row, column).borderStyle(BorderSide.TOP, BorderStyle.MEDIUM).set();
      }
    }
  }

  private static void text(Worksheet sheet, int row, int column, String words) {
    if (!words.isEmpty()) {
      sheet.value(row, column, words.length() > LONGEST ? words.substring(0, LONGEST) : words);
    }
  }

  /** {@code Team size} for {@code teamSize}: read back, it is the same. */
  private static String title(Attribute attribute) {
    String words = attribute.name().replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
    return words.substring(0, 1).toUpperCase(Locale.ROOT)
        + words.substring(1).toLowerCase(Locale.ROOT);
  }

  private static String expected(ValueType type) {
    if (type instanceof ValueType.OneOf
        || type instanceof ValueType.Text text && !text.names().isEmpty()) {
      return "choose from the list";
    }
    return type instanceof ValueType.YesNo ? "yes or no" : type.expectation();
  }

  private static int width(String column) {
    return switch (column) {
      case QuestionnaireSheet.QUESTION -> 46;
      case QuestionnaireSheet.ANSWER -> 44;
      case QuestionnaireSheet.EXPECTED -> 24;
      case QuestionnaireSheet.ASKS_FOR -> 30;
      default -> 20;
    };
  }

  private void howTo(Worksheet sheet) {
    for (int i = 0; i < WORDS.size(); i++) {
      text(sheet, i, 0, WORDS.get(i));
    }
    text(sheet, WORDS.size() + 1, 0, "Made with version " + ruleset.hash());
    SheetLook.howTo(sheet, WORDS.size() + 2);
    FormFile.protect(sheet);
  }

  /** What nobody is asked about any more, so that the answers can be read on their own. */
  private void known(Worksheet sheet) {
    text(sheet, 0, 0, QuestionnaireSheet.DECISION);
    text(sheet, 0, 1, vocabulary.decision());
    int row = 0;
    for (Asked.Requisition requisition : asked.requisitions()) {
      for (Attribute attribute : vocabulary.attributes()) {
        Answer answer = requisition.situation().answer(attribute).orElse(null);
        if (answer != null && answer.origin() != Origin.DERIVED && !framing.contains(attribute)) {
          row++;
          text(sheet, row, 0, requisition.situation().id());
          text(sheet, row, 1, attribute.path());
          text(sheet, row, 2, answer.value().toString());
          if (answer.quote() != null) {
            text(sheet, row, 3, QuestionnaireSheet.INFERRED);
            text(sheet, row, 4, answer.quote());
          }
        }
      }
    }
    sheet.setVisibilityState(VisibilityState.VERY_HIDDEN);
    FormFile.protect(sheet);
  }
}
