package dev.rolecall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
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

  private static void letters(OutputStream out) throws IOException {
    byte[] some = new byte[1024 * 1024];
    java.util.Arrays.fill(some, (byte) 'x');
    for (int i = 0; i < MUCH; i += some.length) {
      out.write(some);
    }
  }

  @Test
  void whatUnpacksToFarTooMuchIsRefused() throws IOException {
    Path gzip = folder.resolve("a.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      letters(out);
    }
    assertThat(Inputs.refused(gzip)).contains("it unpacks to more than 200 times its size");

    Path zip = folder.resolve("a.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("a.csv"));
      letters(out);
    }
    assertThat(Inputs.refused(zip)).contains("a.csv: it unpacks to more than 200 times its size");
  }

  @Test
  void aWorkbookOfBareNecessitiesIsRead() throws IOException {
    String row = "<row r='2'><c r='A2'><v>7</v></c><c r='B2' t='s'><v>0</v></c></row>";
    Inputs.Came came =
        Inputs.read(PlainWorkbook.of(row).withTexts("<sst><si><t>TPM</t></si></sst>").in(folder));
    assertThat(came.known()).containsExactly(Map.of("id", "7", "posting.title", "TPM"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <row r='2'><c r='ZZZZZZ2'><v>7</v></c></row>           | no sheet has a cell `ZZZZZZ2`
          <row r='2'><c r = "ABCD2"><v>7</v></c></row>           | no sheet has a cell `ABCD2`
          <row r='2'><c r='&#65;&#65;&#65;&#65;2'><v>7</v></c></row> | no sheet has a cell `AAAA2`
          <row r='2'><c r='2'><v>7</v></c></row>                 | no sheet has a cell `2`
          <row r='2'><c r='A2' t='s'><v>2000000000</v></c></row> | there is no text 2000000000 in the workbook
          <row r='2'><c r='A2' t='s'><v>-1</v></c></row>         | there is no text -1 in the workbook
          <row r='2'><c r='A2' t='zz'><v>7</v></c></row>         | `zz` is no type of a cell
          <row r='2'><c r='A2'><v>7</v>                          | the sheet is damaged here and cannot be read further
          <row r='1'><c r='A2'><v>7</v></c></row>                | behind row 1 stands `1`
          <row r='99999999'><c r='A2'><v>7</v></c></row>         | behind row 1 stands `99999999`
          """)
  void aDamagedRowEndsTheReadingWithAWord(String row, String told) throws IOException {
    Inputs.Came came = Inputs.read(PlainWorkbook.of(row).in(folder));
    assertThat(came.problems()).singleElement().asString().contains("row 2", told);
  }

  @Test
  void entitiesOfAWorkbookAreNotExpanded() throws IOException {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE sst [<!ENTITY a 'ha'>");
    for (char c = 'b'; c < 'z'; c++) {
      String before = "&" + (char) (c - 1) + ";";
      laughs.append("<!ENTITY ").append(c).append(" '").append(before.repeat(10)).append("'>");
    }
    String texts = laughs + "]><sst><si><t>&y;</t></si></sst>";
    assertThat(Inputs.refused(PlainWorkbook.of("").withTexts(texts).in(folder)))
        .contains("a part of this workbook declares entities, which no spreadsheet does");
    String outside = "<!DOCTYPE worksheet [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>";
    PlainWorkbook plain = PlainWorkbook.of("<row><c><v>&a;</v></c></row>");
    PlainWorkbook reaching = new PlainWorkbook(outside + plain.sheet(), "<sst/>", "<styleSheet/>");
    assertThat(Inputs.refused(reaching.in(folder)))
        .contains("row 1: the sheet is damaged here and cannot be read further: a part of this");
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
