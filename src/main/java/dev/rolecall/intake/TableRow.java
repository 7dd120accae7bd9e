package dev.rolecall.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table as it stands.
 *
 * @param number as a spreadsheet counts it, from 1
 * @param fault what makes it unreadable, or null
 */
record TableRow(int number, List<String> cells, @Nullable Fault fault) {

  /**
   * What is wrong with a row as a row.
   *
   * @param cell the cell it stands in, from 0; -1 for the row as a whole
   */
  record Fault(int cell, String words) {}

  static TableRow broken(int number, List<String> cells, int cell, String words) {
    return new TableRow(number, List.copyOf(cells), new Fault(cell, words));
  }

  boolean isBlank() {
    return fault == null && cells.stream().allMatch(String::isBlank);
  }
}
