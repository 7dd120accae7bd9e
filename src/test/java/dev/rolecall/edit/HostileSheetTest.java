package dev.rolecall.edit;

import static dev.rolecall.edit.Garden.problems;
import static dev.rolecall.edit.Garden.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no sheets, or are made to do harm: a clear word, in bounded memory. */
class HostileSheetTest {

  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String TEXTS = "xl/sharedStrings.xml";
  private static final int MEGABYTE = 1024 * 1024;
  private static final String ROWS = "<sheetData>";

  @TempDir Path folder;
  private final byte[] made = value(Sheet.of(Garden.files()));

  private String refused(byte[] workbook) {
    List<String> problems = applied(workbook);
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  private List<String> applied(byte[] workbook) {
    return problems(Sheet.apply(Garden.files(), "rules.xlsx", Garden.saved(folder, workbook)));
  }

  private byte[] with(String part, String found, String instead) throws IOException {
    return SheetParts.each(
        made,
        (name, content) -> {
          String text = new String(content, StandardCharsets.UTF_8);
          return (name.equals(part) ? text.replace(found, instead) : text)
              .getBytes(StandardCharsets.UTF_8);
        });
  }

  @Test
  void whatIsNoSpreadsheetIsSaidSo() throws IOException {
    String words = "rules.xlsx: it is not a spreadsheet that can be read; save it as .xlsx";
    assertThat(refused(new byte[0])).isEqualTo(words);
    assertThat(refused("id;text".getBytes(StandardCharsets.UTF_8))).isEqualTo(words);
    assertThat(refused(zip("a.txt", new byte[10]))).isEqualTo(words);
    assertThat(refused(Arrays.copyOf(made, made.length / 2))).isEqualTo(words);
    assertThat(refused(with(SHEET, ROWS, "<sheetData")))
        .contains("the sheet is damaged here and cannot be read further");
  }

  @Test
  void aSheetThatRolecallDidNotMakeIsSaidSo() {
    assertThat(refused(Workbooks.open(made).without("Original").saved()))
        .contains("was not made by `rolecall rules sheet`, or lost its hidden sheets");
    assertThat(refused(Workbooks.open(made).without("Rules").saved()))
        .contains("the sheet `Rules` has no row of headers with `Id`");
  }

  @Test
  void aColumnThatIsMissingOrThereTwiceIsNamed() {
    Workbooks workbook = Workbooks.open(made);
    workbook.rules().get(0).set(5, "Rule");
    assertThat(applied(workbook.saved()))
        .containsExactly(
            "rules.xlsx: row 1, column \"Rule\": there are 2 such columns",
            "rules.xlsx: row 1, column \"Text\": this column is missing");
  }

  @Test
  void aFewBytesThatUnpackToManyAreRefused() throws IOException {
    byte[] texts = ("<sst>" + "<a/>".repeat(17 * MEGABYTE)).getBytes(StandardCharsets.UTF_8);
    assertThat(refused(SheetParts.each(made, (name, part) -> name.equals(TEXTS) ? texts : part)))
        .contains("it unpacks to more than 200 times its size");
    assertThat(refused(new byte[20 * MEGABYTE + 1])).contains("it is larger than 20 MB");
  }

  @Test
  void entitiesAreNotExpandedAndNoFileIsRead() throws IOException {
    String bomb =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">"
            + "<!ENTITY c SYSTEM \"file:///etc/hostname\">]>";
    byte[] workbook = with(SHEET, "<worksheet", bomb + "<worksheet");
    assertThat(
            refused(
                SheetParts.each(
                    workbook,
                    (name, content) ->
                        new String(content, StandardCharsets.UTF_8)
                            .replace("<v>0</v>", "<v>&b;&c;</v>")
                            .getBytes(StandardCharsets.UTF_8))))
        .contains("a part of this workbook declares entities");
  }

  @Test
  void cellsWhereNoSpreadsheetHasThemAndEndlessRowsAreRefused() throws IOException {
    String far = "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>";
    assertThat(refused(with(SHEET, ROWS, ROWS + far))).contains("no sheet has a cell `ZZZZZZ1`");
    assertThat(refused(with(SHEET, ROWS, ROWS + "<row/>".repeat(10_001))))
        .contains("it has more than 10,000 rows");
    String wide = "<row><c r=\"XFD1\"><v>1</v></c></row>";
    assertThat(refused(with(SHEET, ROWS, ROWS + wide.repeat(9_000))))
        .contains("or 1,000,000 cells");
  }

  @Test
  void aNumberOfEndlessDigitsIsNotWrittenOut() throws IOException {
    List<String> found = new ArrayList<>();
    for (String number : List.of("1E999999999", "1E-999999999", "1E300", "NaN")) {
      byte[] workbook = with(SHEET, "<v>3</v>", "<v>" + number + "</v>");
      found.addAll(applied(workbook));
    }
    assertThat(found).hasSizeGreaterThanOrEqualTo(4).allMatch(p -> p.length() < 200);
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }
}
