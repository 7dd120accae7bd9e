package dev.rolecall.edit;

import java.util.List;
import java.util.Map;

/**
 * What a workbook holds: the rows as they are now, and as they were when it was made.
 *
 * @param file its name, for messages
 * @param ruleset the hash of the rule files that it was made from
 * @param columns the columns that it was made with
 */
record SheetContent(
    String file,
    String decision,
    String ruleset,
    List<String> columns,
    List<Line> lines,
    Map<String, Line> originals) {

  /**
   * A row that is not empty.
   *
   * @param number as a spreadsheet counts it
   * @param words by column; an empty cell is not there
   */
  record Line(int number, Map<String, String> words) {

    String words(String column) {
      return words.getOrDefault(column, "");
    }

    String id() {
      return words(SheetRows.ID).strip();
    }
  }
}
