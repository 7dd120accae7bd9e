package dev.rolecall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spreadsheets as people export them. */
class SpreadsheetsTest {

  private static final String MUELLER =
      "id;Job Title;Hiring Manager\n007;Projektleiter Müller – A;Zoë\n";

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
  void areReadInTheEncodingTheyAreIn(String encoding) throws IOException {
    for (String mark : List.of("", "\uFEFF")) {
      if (mark.isEmpty() || encoding.startsWith("UTF")) {
        byte[] bytes = (mark + MUELLER).getBytes(Charset.forName(encoding));
        Inputs.Came came = Inputs.read(Files.write(folder.resolve("a.csv"), bytes));
        assertThat(came.rows().get(0).cells())
            .containsExactly("007", "Projektleiter Müller – A", "Zoë");
        assertThat(came.columns()).containsExactly("id", "Job Title", "Hiring Manager");
        assertThat(came.notes()).hasSize(encoding.startsWith("w") ? 1 : 0);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      textBlock =
          """
          MÃ¼ller           = Müller
          isnâ€™t           = isn’t
          â€œyesâ€\u009D     = “yes”
          Zoë, São, naïve   = Zoë, São, naïve
          ¡Vamos! ¿Qué?     = ¡Vamos! ¿Qué?
          isn¡¦t ¡X here    = isn’t — here
          ÃÂ                = ÃÂ
          """)
  void garbledTextIsRepairedAndNothingElse(String garbled, String whole) {
    assertThat(Mojibake.repaired(garbled)).isEqualTo(whole);
  }

  @Test
  void aRepairIsSaidOnceForAColumn() throws IOException {
    Inputs.Came came = Inputs.read(write("a.csv", "id,title\n1,MÃ¼ller\n2,plain\n3,isnâ€™t\n"));
    assertThat(came.rows())
        .extracting(r -> r.cells().get(1))
        .containsExactly("Müller", "plain", "isn’t");
    assertThat(came.notes())
        .containsExactly(
            "column \"title\": text that a wrong encoding had garbled was repaired (`MÃ¼ller` in row 2, and 1 more)");
  }

  @Test
  void headersAreFoundBelowTitles() throws IOException {
    Inputs.Came came =
        Inputs.read(
            write(
                "a.csv",
                "Open requisitions, EMEA\nExported: Monday, 9 am\n\nReq ID|Job Title|Team\n1|TPM|Pay\n"));
    assertThat(came.columns()).containsExactly("Req ID", "Job Title", "Team");
    assertThat(came.known()).containsExactly(Map.of("id", "1", "posting.title", "TPM"));
    assertThat(came.rows().get(0).number()).isEqualTo(5);
    assertThat(came.notes())
        .containsExactly("the header is row 4; what stands above it was passed over");
  }

  @Test
  void ofTwoColumnsThatMeanTheSameThePlainerIsRead() throws IOException {
    assertThat(Inputs.one(folder, "id,Requisition ID,Role,Job Title,Job Title\n9,REQ-1,x,TPM,y\n"))
        .isEqualTo(Map.of("id", "REQ-1", "posting.title", "TPM"));
  }

  @ParameterizedTest
  @CsvSource({
    "ja,true",
    "X,true",
    "✓,true",
    "Oui,true",
    "1,true",
    "Y,true",
    "nein,false",
    "NON,false",
    "0,false",
    "n,false"
  })
  void yesAndNoHaveTheirUsualSpellings(String cell, boolean read) throws IOException {
    assertThat(Inputs.one(folder, "artifacts.charter\n" + cell + "\n"))
        .containsEntry("artifacts.charter", read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      textBlock =
          """
          3.0        = 3
          1,000      = 1000
          1.000      = 1000
          1 000      = 1000
          5 systems  = 5
          3-5        = 3
          4 to 6     = 4
          7+         = 7
          2-4        =
          1+         =
          tbd        =
          """)
  void numbersAreReadAndRangesOnlyWhereTheRulesTreatThemAlike(String cell, Integer read)
      throws IOException {
    Map<String, Object> known = Inputs.one(folder, "id;scope.systems\n1;" + cell + "\n");
    assertThat(known.get("scope.systems")).isEqualTo(read);
  }

  @Test
  void aRangeThatIsLeftOpenIsNamed() throws IOException {
    Inputs.Came came =
        Inputs.read(write("a.csv", "id,scope.teams\n1,2-4 teams\n2,3-5 teams\n3,2 years\n"));
    assertThat(came.notes())
        .containsExactly(
            "column \"scope.teams\": ranges in which the rules tell values apart, left open (`2-4 teams` in row 2)",
            "column \"scope.teams\": ranges that the rules treat alike, read as their least value (`3-5 teams` in row 3)");
    assertThat(came.problems())
        .singleElement()
        .asString()
        .contains("`2 years` is not a whole number");
  }

  @Test
  void aListNamesWhatIsYesAndSaysNothingOfTheRest() throws IOException {
    Inputs.Came came =
        Inputs.read(
            write(
                "a.csv",
                "id,Artifacts,artifacts.charter\n1,schedule; Risk Register; dashboards,no\n2,,\n"));
    assertThat(came.known().get(0))
        .isEqualTo(
            Map.of(
                "id",
                "1",
                "artifacts.schedule",
                true,
                "artifacts.riskRegister",
                true,
                "artifacts.charter",
                false));
    assertThat(came.known().get(1)).isEqualTo(Map.of("id", "2"));
    assertThat(came.notes())
        .containsExactly("column \"Artifacts\": not understood, left open (`dashboards` in row 2)");
  }

  @Test
  void columnsAboutPeopleAreLeftOutAndNamed() throws IOException {
    Inputs.Came came =
        Inputs.read(write("a.csv", "id,Candidate Name,Title,Gender,Recruiter\n1,Ann,TPM,f,Bob\n"));
    assertThat(came.columns()).containsExactly("id", "Title", "Recruiter");
    assertThat(came.rows().get(0).cells()).containsExactly("1", "TPM", "Bob");
    assertThat(came.notes())
        .containsExactly(
            "left out, as they are about people and not about the work: `Candidate Name`, `Gender`");
  }

  @Test
  void aLikelyColumnThatMakesNoSenseCostsNoRow() throws IOException {
    Inputs.Came came = Inputs.read(write("a.csv", "id,Teams\n1,Payments\n2,4\n"));
    assertThat(came.known())
        .containsExactly(Map.of("id", "1"), Map.of("id", "2", "scope.teams", 4));
    assertThat(came.notes())
        .containsExactly("column \"Teams\": not understood, left open (`Payments` in row 2)");
  }

  @Test
  void workbooksAreReadAsTheyLook() throws IOException {
    Path file = folder.resolve("a.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "Test", "1.0")) {
      Worksheet notes = workbook.newWorksheet("Notes");
      notes.value(0, 0, "Exported by Ann");
      Worksheet sheet = workbook.newWorksheet("Reqs");
      sheet.value(0, 0, "Open requisitions");
      String[] headers = {
        "Req ID", "Job Title", "scope.teams", "Opened", "When", "artifacts.charter", "Sum"
      };
      for (int i = 0; i < headers.length; i++) {
        sheet.value(2, i, headers[i]);
      }
      sheet.value(3, 0, 42);
      sheet.style(3, 0).format("00000").set();
      sheet.value(3, 1, "Projekt “Zoë” – A");
      sheet.value(3, 2, 3.0);
      sheet.value(3, 3, LocalDate.of(2026, 6, 30));
      sheet.style(3, 3).format("yyyy-mm-dd").set();
      sheet.value(3, 4, LocalDateTime.of(2026, 6, 30, 9, 45));
      sheet.style(3, 4).format("dd.mm.yyyy hh:mm").set();
      sheet.value(3, 5, true);
      sheet.formula(3, 6, "C4*2");
      sheet.value(5, 0, "007");
    }
    Inputs.Came came = Inputs.read(file);
    assertThat(came.rows()).extracting(Row::number).containsExactly(4, 6);
    assertThat(came.rows().get(0).cells())
        .containsExactly(
            "00042", "Projekt “Zoë” – A", "3", "2026-06-30", "2026-06-30 09:45", "TRUE");
    assertThat(came.known().get(0))
        .containsEntry("scope.teams", 3)
        .containsEntry("artifacts.charter", true);
    assertThat(came.known().get(1)).isEqualTo(Map.of("id", "007"));
    assertThat(came.notes())
        .containsExactlyInAnyOrder(
            "of its sheets, `Reqs` was read; passed over: `Notes`",
            "the header is row 3; what stands above it was passed over",
            "there are formulas without their values, read as empty; open the file in a spreadsheet and save it");
  }

  @Test
  void packedFilesAreReadByTheirContent() throws IOException {
    Path gzip = folder.resolve("a.csv");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write(MUELLER.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Inputs.read(gzip).known()).singleElement().asString().contains("007");

    Path zip = folder.resolve("b.dat");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      member(out, "one.csv", "id,title,x\n1,TPM,5\n");
      member(out, "two.json", "[{\"id\": \"2\", \"scope\": {\"teams\": 4}}]");
      member(out, "sub/three.csv", "y;title;id\n6;PM;3\n7;PM;4\n");
      member(out, "README.txt", "read me");
    }
    Inputs.Came came = Inputs.read(zip);
    assertThat(came.rows())
        .extracting(Row::file)
        .map(f -> f.substring(f.indexOf("b.dat")))
        .containsExactly(
            "b.dat/one.csv", "b.dat/two.json", "b.dat/sub/three.csv", "b.dat/sub/three.csv");
    assertThat(came.known()).extracting(k -> k.get("id")).containsExactly("1", "2", "3", "4");
    assertThat(came.columns()).startsWith("id", "title", "x").endsWith("y");
    assertThat(came.rows().get(3).cells()).startsWith("4", "PM", "").endsWith("7");
    assertThat(came.notes()).containsExactly("passed over in the archive: `README.txt`");
  }

  private static void member(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
