package dev.rolecall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the cells of a workbook show, and where its rows come from. */
class WorkbooksTest {

  @TempDir Path folder;

  private List<String> cells(PlainWorkbook workbook) throws IOException {
    return Inputs.read(workbook.in(folder)).rows().get(0).cells();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          General              | 10000000            | 10000000
          General              | 1.0E7               | 10000000
          General              | 5.0                 | 5
          General              | 0.30000000000000004 | 0.3
          General              | 1.1000000000000001  | 1.1
          General              | 1234567890123456789 | 1234567890123456789
          General              | -0.5                | -0.5
          General              | 1e1000000000        | 1e1000000000
          00000                | 42                  | 00042
          00000                | 123456              | 123456
          &quot;REQ-&quot;0000 | 42                  | REQ-0042
          0                    | 42                  | 42
          0%                   | 0.5                 | 50%
          0.00%                | 0.1275              | 12.75%
          yyyy\\-mm\\-dd         | 46203               | 2026-06-30
          [$-409]d\\-mmm\\-yy    | 46203.40625         | 2026-06-30 09:45
          h:mm                 | 0.40625             | 09:45
          #,##0.00 "days"      | 3                   | 3
          [Red]General         | 7                   | 7
          """)
  void numbersAreReadAsTheyAreShown(String format, String written, String shown)
      throws IOException {
    String styles =
        "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='%s'/></numFmts><cellXfs><xf"
            + " numFmtId='0'/><xf numFmtId='164'/></cellXfs></styleSheet>";
    PlainWorkbook workbook =
        PlainWorkbook.of("<row><c s='1'><v>" + written + "</v></c></row>")
            .withStyles(styles.formatted(format.replace("\"", "&quot;")));
    assertThat(cells(workbook)).containsExactly(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          <c s='0'><v>46203</v></c>                                     | 2026-06-30
          <c t='d'><v>2026-06-30T00:00:00</v></c>                       | 2026-06-30
          <c t='b'><v>1</v></c>                                         | TRUE
          <c t='e'><v>#REF!</v></c>                                     | #REF!
          <c t='str'><f>A1&amp;"x"</f><v>REQ-7</v></c>                  | REQ-7
          <c><f t='shared' si='4'/><v>7</v></c>                         | 7
          <c t='s'><v>0</v></c>                                         | 東京
          <c t='inlineStr'><is><r><t>A</t></r><r><t>B</t></r></is></c>  | AB
          <c t='inlineStr'><is><t>a_x000D_&#10;b_x0009_c</t></is></c>   | a/b\tc
          <c t='inlineStr'><is><t>_x005F_x0041_ _xD800_</t></is></c>    | _x0041_ _xD800_
          """)
  void cellsOfEachKindAreRead(String cell, String shown) throws IOException {
    PlainWorkbook workbook =
        PlainWorkbook.of("<row>" + cell + "</row>")
            .withStyles("<styleSheet><cellXfs><xf numFmtId='14'/></cellXfs></styleSheet>")
            .withTexts("<sst><si><t>東京</t><rPh><t>トウキョウ</t></rPh></si></sst>");
    assertThat(cells(workbook)).containsExactly(shown.replace('/', '\n').replace("\\t", "\t"));
  }

  @Test
  void sheetsThatAreHiddenArePassedOverAndRowsThatAreHiddenAreRead() throws IOException {
    Path file = folder.resolve("a.xlsx");
    try (Workbook workbook = new Workbook(Files.newOutputStream(file), "Test", "1.0")) {
      var old = workbook.newWorksheet("Old");
      old.value(0, 0, "Requisition ID");
      old.value(0, 1, "Job Title");
      old.setVisibilityState(VisibilityState.HIDDEN);
      var open = workbook.newWorksheet("Open");
      open.value(0, 0, "id");
      open.value(0, 1, "title");
      open.value(1, 0, "7");
      open.hideRow(1);
    }
    Inputs.Came came = Inputs.read(file);
    assertThat(came.known()).containsExactly(Map.of("id", "7"));
    assertThat(came.notes())
        .containsExactlyInAnyOrder(
            "of its sheets, `Open` was read; passed over: `Old (hidden)`",
            "rows that are hidden in the sheet were read too");
  }

  @Test
  void textsThatMemoryDoesNotHoldAreReadAgainFromDisk() throws IOException {
    StringBuilder xml = new StringBuilder("<sst>");
    for (int i = 0; i < 1000; i++) {
      xml.append("<si><t>é").append(i).append("</t></si>");
    }
    byte[] part = xml.append("</sst>").toString().getBytes(StandardCharsets.UTF_8);
    try (SharedTexts texts = SharedTexts.of(new ByteArrayInputStream(part), 10_000)) {
      for (int i = 999; i >= 0; i--) {
        assertThat(texts.text(i)).isEqualTo("é" + i);
      }
      assertThat(texts.text(1000)).isNull();
      assertThat(texts.text(-1)).isNull();
    }
  }

  @Test
  void progressIsThatOfTheSheetThatIsRead() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 2; i < 50_000; i++) {
      rows.append("<row><c><v>").append(i * 7919L).append("</v></c></row>");
    }
    Path file = PlainWorkbook.of(rows.toString()).in(folder);
    try (Intake intake = Inputs.value(Inputs.open(file))) {
      long before = intake.bytesRead();
      for (int i = 0; i < 25_000; i++) {
        intake.next();
      }
      assertThat(intake.bytesRead()).isBetween(Files.size(file) / 3, Files.size(file) * 2 / 3);
      assertThat(before).isLessThan(Files.size(file) / 3);
    }
  }

  @Test
  void aWebPageThatIsCalledAWorkbookIsReadAsTheTableItHolds() throws IOException {
    String page =
        "<html><head><style>td {mso-number-format:'@'}</style></head><body><table><tr><td>"
            + "<table><tr><td>Menu</td></tr></table></td></tr></table>"
            + "<table><tr><th colspan=2>Open &amp; approved</th></tr>"
            + "<tr><th>Req ID</th><th>Job Title</th></tr>"
            + "<tr><td>007</td><td>Projektleiter&nbsp;<b>M&uuml;ller</b></td></tr></table></body>";
    Inputs.Came came = Inputs.read(Files.writeString(folder.resolve("export.xls"), page));
    assertThat(came.known())
        .containsExactly(Map.of("id", "007", "posting.title", "Projektleiter Müller"));
    assertThat(came.rows().get(0).number()).isEqualTo(3);
    assertThat(came.notes()).contains("this is a web page, and its table was read");
  }
}
