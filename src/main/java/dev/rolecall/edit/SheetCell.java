package dev.rolecall.edit;

import java.util.Optional;

/**
 * What a cell shows of a rule.
 *
 * @param slot where it can be changed; empty where the cell is locked
 */
record SheetCell(String words, Optional<SheetSlot> slot) {

  /** No spreadsheet keeps more characters in a cell. */
  static final int LONGEST = 32_767;

  /** What does not fit is cut, and cannot be changed here. */
  SheetCell {
    if (words.length() > LONGEST) {
      words = words.substring(0, LONGEST - 1) + "…";
      slot = Optional.empty();
    }
  }

  static SheetCell locked(String words) {
    return new SheetCell(words, Optional.empty());
  }

  static SheetCell open(String words, SheetSlot slot) {
    return new SheetCell(words, Optional.of(slot));
  }
}
