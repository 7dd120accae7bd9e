package dev.rolecall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that were made to exhaust whoever reads them: a clear word, in bounded time and memory. */
@Timeout(60)
class HostileExportsTest {

  private static final int MUCH = 100 * 1024 * 1024;

  @TempDir Path folder;

  private static void zeros(OutputStream out) throws IOException {
    byte[] some = new byte[1024 * 1024];
    java.util.Arrays.fill(some, (byte) '\n');
    for (int i = 0; i < MUCH; i += some.length) {
      out.write(some);
    }
  }

  @Test
  void whatUnpacksToFarTooMuchIsRefused() throws IOException {
    Path gzip = folder.resolve("a.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      zeros(out);
    }
    assertThat(Inputs.refused(gzip)).contains("it unpacks to more than 200 times its size");

    Path zip = folder.resolve("a.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("a.csv"));
      zeros(out);
    }
    assertThat(Inputs.refused(zip)).contains("a.csv: it unpacks to more than 200 times its size");
  }

  private Path workbook(String sheet, String texts) throws IOException {
    Path file = folder.resolve("a.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      part(
          zip,
          "[Content_Types].xml",
          "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override"
              + " PartName='/xl/workbook.xml'"
              + " ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/><Override"
              + " PartName='/xl/sharedStrings.xml'"
              + " ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml'/></Types>");
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet"
              + " name='S' sheetId='1' r:id='rId1'/></sheets></workbook>");
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>");
      part(zip, "xl/sharedStrings.xml", texts);
      part(zip, "xl/worksheets/sheet1.xml", sheet);
    }
    return file;
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String sheet(String rows) {
    return "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>id</t></is></c><c"
        + " r='B1' t='inlineStr'><is><t>title</t></is></c></row>"
        + rows
        + "</sheetData></worksheet>";
  }

  @Test
  void aWorkbookOfBareNecessitiesIsRead() throws IOException {
    String row = "<row r='2'><c r='A2'><v>7</v></c><c r='B2' t='s'><v>0</v></c></row>";
    Inputs.Came came = Inputs.read(workbook(sheet(row), "<sst><si><t>TPM</t></si></sst>"));
    assertThat(came.known()).containsExactly(Map.of("id", "7", "posting.title", "TPM"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <row r='2'><c r='ZZZZZZ2'><v>7</v></c></row>          | was made to look like one
          <row r='2'><c r = "ABCD2"><v>7</v></c></row>          | was made to look like one
          <row r='2'><c r='A2' t='s'><v>2000000000</v></c></row> | was made to look like one
          <row r='2'><c r='&#65;&#65;&#65;&#65;2'><v>7</v></c></row> | was made to look like one
          """)
  void cellsFarOutsideAreRefused(String row, String told) throws IOException {
    assertThat(Inputs.refused(workbook(sheet(row), "<sst/>"))).contains(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <row r='2'><c r='2'><v>7</v></c></row>
          <row r='2'><c r='A2' t='zz'><v>7</v></c></row>
          <row r='2'><c r='A2'><v>7</v>
          <row r='2'><c r='A2'><f t='shared' si='4'/><v>7</v></c></row>
          """)
  void aDamagedRowEndsTheReadingWithAWord(String row) throws IOException {
    Inputs.Came came = Inputs.read(workbook(sheet(row), "<sst/>"));
    assertThat(came.problems()).singleElement().asString().contains("the sheet is damaged here");
  }

  @Test
  void entitiesOfAWorkbookAreNotExpanded() throws IOException {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE sst [<!ENTITY a 'ha'>");
    for (char c = 'b'; c < 'z'; c++) {
      String before = "&" + (char) (c - 1) + ";";
      laughs.append("<!ENTITY ").append(c).append(" '").append(before.repeat(10)).append("'>");
    }
    String texts = laughs + "]><sst><si><t>&y;</t></si></sst>";
    String row = "<row r='2'><c r='A2' t='s'><v>0</v></c></row>";
    Inputs.Came came = Inputs.read(workbook(sheet(row), texts));
    assertThat(came.problems().size() + came.known().size()).isEqualTo(1);
    assertThat(came.known().toString()).doesNotContain("haha");
  }

  @Test
  void anUnclosedQuoteSaysWhereItBegan() throws IOException {
    String rows = "id,title\n1,TPM\n2,\"TPM\n" + "3,TPM\n".repeat(1_000_000);
    Inputs.Came came = Inputs.read(Files.writeString(folder.resolve("a.csv"), rows));
    assertThat(came.known()).hasSize(1);
    assertThat(came.problems())
        .singleElement()
        .asString()
        .contains("row 3, column \"title\": the quote that opens here is never closed");
  }

  @Test
  void anEndlessLineOfJsonIsRefusedAndTheOthersAreRead() throws IOException {
    String lines = "{\"id\":\"1\"}\n{\"id\":\"" + "x".repeat(9_000_000) + "\"}\n{\"id\":\"3\"}\n";
    Inputs.Came came = Inputs.read(Files.writeString(folder.resolve("a.jsonl"), lines));
    assertThat(came.known()).extracting(k -> k.get("id")).containsExactly("1", "3");
    assertThat(came.problems())
        .singleElement()
        .asString()
        .contains(":2: this line has more than 8");
  }
}
