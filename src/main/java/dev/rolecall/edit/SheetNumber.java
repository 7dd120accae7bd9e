package dev.rolecall.edit;

import java.math.BigDecimal;

/** Numbers as spreadsheets keep them: with 15 digits, {@code 4} as {@code 4.0}. */
final class SheetNumber {

  private SheetNumber() {}

  /** The shortest way to write the number that a spreadsheet makes of it. */
  static String plain(String number) {
    double value = Double.parseDouble(number);
    return Double.isFinite(value) && (value == 0 || Math.abs(Math.log10(Math.abs(value))) < 40)
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : number;
  }
}
