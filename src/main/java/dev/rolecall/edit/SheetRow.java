package dev.rolecall.edit;

import dev.rolecall.rule.Rule;
import java.util.Map;
import java.util.Optional;

/**
 * A rule as the row of a sheet.
 *
 * @param cells by the header of their column, in no order that matters; what a rule does not have
 *     is not there
 */
record SheetRow(Rule rule, Map<String, SheetCell> cells) {

  /** What it shows in a column; empty where it shows nothing. */
  String words(String column) {
    SheetCell cell = cells.get(column);
    return cell == null ? "" : cell.words();
  }

  /** Where it can be changed, if it can. */
  Optional<SheetSlot> slot(String column) {
    return Optional.ofNullable(cells.get(column)).flatMap(SheetCell::slot);
  }

  /** What a cell holds, for people: what stands beside a value, else the header. */
  String what(String column) {
    String beside = words(column.replaceFirst("^" + SheetRows.VALUE, SheetRows.WHAT));
    return column.startsWith(SheetRows.VALUE) ? beside : column;
  }
}
