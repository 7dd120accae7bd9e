package dev.rolecall.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

class TableSheetTest {

  @Test
  void aTableThatIsLongerThanASheetGoesOnInAnotherUnderItsHeader() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
      TableSheet table =
          new TableSheet(workbook, "results", List.of("id", "n"), List.of("n"), 1_001);
      for (int i = 0; i < 2_500; i++) {
        table.add(List.of("0" + i, "" + i));
      }
      table.end();
    }
    try (ReadableWorkbook read =
        new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
      List<Sheet> sheets = read.getSheets().toList();
      assertThat(sheets)
          .extracting(Sheet::getName)
          .containsExactly("results", "results 2", "results 3");
      int next = 0;
      for (Sheet sheet : sheets) {
        var rows = sheet.read();
        assertThat(rows.get(0).getCellText(0)).isEqualTo("id");
        for (var row : rows.subList(1, rows.size())) {
          assertThat(row.getCellText(0)).isEqualTo("0" + next);
          assertThat(row.getCellAsNumber(1).orElseThrow().intValue()).isEqualTo(next);
          next++;
        }
      }
      assertThat(next).isEqualTo(2_500);
    }
  }
}
