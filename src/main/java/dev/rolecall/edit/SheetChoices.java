package dev.rolecall.edit;

import dev.rolecall.vocabulary.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Worksheet;

/**
 * What a cell lets in: a drop-down for choices, a range for numbers. The lists stand on a sheet of
 * their own, a column each, since labels hold commas.
 */
public final class SheetChoices {

  private final Worksheet sheet;
  private final List<String> none;
  private final Map<List<String>, Range> lists = new HashMap<>();

  /** For cells that have to be filled in. */
  SheetChoices(Worksheet sheet) {
    this(sheet, List.of());
  }

  /**
   * @param none what a choice can say beside its values; where there is something, a cell can stay
   *     blank
   */
  public SheetChoices(Worksheet sheet, List<String> none) {
    this.sheet = sheet;
    this.none = List.copyOf(none);
    sheet.setVisibilityState(VisibilityState.HIDDEN);
    FormFile.protect(sheet);
  }

  /** Limits a single cell to what its type allows; a free text is not limited. */
  public void allow(Range cell, ValueType type) {
    List<String> choices = new ArrayList<>(choices(type));
    if (!choices.isEmpty()) {
      choices.addAll(none);
      cell.validateWithList(lists.computeIfAbsent(choices, this::written))
          .allowBlank(!none.isEmpty())
          .errorStyle(DataValidationErrorStyle.STOP)
          .showErrorMessage(true)
          .errorTitle("Not one of the choices")
          .error("Please take one of the list.");
    } else if (type instanceof ValueType.WholeNumber || type instanceof ValueType.Decimal) {
      cell.validateWithFormula(formula(cell, type))
          .allowBlank(!none.isEmpty())
          .errorStyle(DataValidationErrorStyle.STOP)
          .showErrorMessage(true)
          .errorTitle("Not a number that can be")
          .error("Please enter " + type.expectation() + ".");
    }
  }

  private static List<String> choices(ValueType type) {
    if (type instanceof ValueType.OneOf choice) {
      return choice.type().names().stream().map(name -> SheetSlot.words(type, name)).toList();
    }
    if (type instanceof ValueType.YesNo) {
      return Stream.of(true, false).map(type::print).toList();
    }
    return type instanceof ValueType.Text text ? text.names() : List.of();
  }

  private Range written(List<String> choices) {
    int column = lists.size();
    for (int row = 0; row < choices.size(); row++) {
      sheet.value(row, column, choices.get(row));
    }
    return sheet.range(0, column, choices.size() - 1, column);
  }

  /** Without a less-than sign, which the workbook would take for markup. */
  private static String formula(Range cell, ValueType type) {
    String at = cell.toString().replaceFirst(":.*", "");
    List<String> conditions = new ArrayList<>(List.of("ISNUMBER(" + at + ")"));
    if (type instanceof ValueType.WholeNumber whole) {
      conditions.add(at + "=INT(" + at + ")");
      conditions.add(at + ">=" + whole.least());
      conditions.add(whole.most() + ">=" + at);
    } else if (type instanceof ValueType.Decimal decimal) {
      BigDecimal least = decimal.least();
      BigDecimal most = decimal.most();
      conditions.addAll(least == null ? List.of() : List.of(at + ">=" + least.toPlainString()));
      conditions.addAll(most == null ? List.of() : List.of(most.toPlainString() + ">=" + at));
    }
    return "AND(" + String.join(",", conditions) + ")";
  }
}
