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
        "\t=1",
        "\r\n=1",
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
        "–"
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
