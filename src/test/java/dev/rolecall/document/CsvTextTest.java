package dev.rolecall.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+49 30 901820",
        "-cmd|' /C calc'!A0",
        "@SUM(A1)",
        " =1",
        "\u00a0=1",
        "\uFF1D1",
        "-5 - 5",
        "--5",
        "'=1",
        "''=1",
      })
  void aCellThatASpreadsheetWouldRunIsTextAndIsReadBackAsItWas(String cell) {
    assertThat(CsvText.safe(cell)).isEqualTo("'" + cell);
    assertThat(CsvText.plain(CsvText.safe(cell))).isEqualTo(cell);
  }

  /**
   * In half of Europe a spreadsheet takes the semicolon for what separates cells.
   *
   * @param marked with a sign where the apostrophe has to be
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x;§=1+1",
        "x;§ =cmd|' /C calc'!A0;y",
        "x;§\"=1+1\"",
        "x\n§@SUM(A1)",
        "x\r\n§- 2+cmd|'/C calc'!A0",
        "x\t§-WEBSERVICE(A1)",
        "x;§\uFF1D1",
        "§=1;§=2",
        "§=1;2",
        "x;§'=1;§''=2",
        "\r\n§=1",
        "\t§=1",
      })
  void aPartThatASpreadsheetCouldTakeForACellIsTextAndIsReadBackAsItWas(String marked) {
    String cell = marked.replace("§", "");
    assertThat(CsvText.safe(cell)).isEqualTo(marked.replace("§", "'"));
    assertThat(CsvText.plain(CsvText.safe(cell))).isEqualTo(cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "-5",
        "-1.234,5",
        "-12 %",
        "007",
        "a=b",
        "'",
        "''",
        "'-5",
        "O'Neil",
        "'quoted'",
        "–",
        "Duties:\r\n- plans\r\n-reports\n+ leads",
        "plans; -5; +49 30; - reports",
        "a;b\tc\nd",
        "x;'- reports",
        "5 = 2+3; 4=4",
      })
  void allOtherCellsStayAsTheyAre(String cell) {
    assertThat(CsvText.safe(cell)).isEqualTo(cell);
    assertThat(CsvText.plain(cell)).isEqualTo(cell);
  }

  @Test
  void linesEndAsWindowsWantsThem() {
    assertThat(CsvText.lines(List.of(List.of("007", "a,b"), List.of("=1", "line\nline"))))
        .isEqualTo("007,\"a,b\"\r\n'=1,\"line\nline\"\r\n");
  }
}
