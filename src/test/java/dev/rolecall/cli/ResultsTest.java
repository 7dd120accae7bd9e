package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results as people open them: in a spreadsheet, and as a page. */
class ResultsTest {

  /** Cells that are easily damaged: an id with zeros, accents, a date, formulas, lines. */
  private static final String ROWS =
      """
      id,title,opened,note,scope.teams
      0042,"Project Manager, Zürich",2026-03-01,=1+1,3
      0043,Technical Program Manager,01.03.2026,-5,many
      0044,Nurse,2026-03-02 08:30,"=1
      +49 30 901820",
      """;

  @TempDir Path folder;
  private Path in;

  @BeforeEach
  void writeRows() throws IOException {
    in = Files.writeString(folder.resolve("in.csv"), ROWS);
  }

  private Path results(Path input, String name) {
    Path out = folder.resolve(name);
    Run run = Run.of("batch", input, "--out", out, "--no-record");
    assertThat(run.code()).as(run.err()).isZero();
    return out;
  }

  @Test
  void csvIsAsASpreadsheetWantsItAndRunsNothing() throws IOException {
    Path out = results(in, "out.csv");
    assertThat(Files.readString(out))
        .startsWith("\uFEFFid,title,opened,note,scope.teams,answer,")
        .contains("\r\n0042,\"Project Manager, Zürich\",2026-03-01,'=1+1,3,")
        .contains("\r\n0044,Nurse,2026-03-02 08:30,\"'=1\n+49 30 901820\",,out-of-scope,")
        .endsWith("\r\n");
    assertThat(Files.readString(folder.resolve("out.rejects.csv")))
        .startsWith("\uFEFFfile,row,column,reason,id,")
        .contains(",0043,Technical Program Manager,01.03.2026,-5,many\r\n");
  }

  @Test
  void mendedRejectsAndResultsAreReadAsTheyWere() throws IOException {
    results(in, "out.csv");
    Path rejects = folder.resolve("out.rejects.csv");
    Files.writeString(rejects, Files.readString(rejects).replace("many", "9"));
    assertThat(Files.readString(results(rejects, "mended.csv")))
        .contains(",0043,Technical Program Manager,01.03.2026,-5,9,");
    assertThat(Files.readString(results(folder.resolve("out.csv"), "again.csv")))
        .contains("\r\n0042,\"Project Manager, Zürich\",2026-03-01,'=1+1,3,")
        .contains("\r\n0044,Nurse,2026-03-02 08:30,\"'=1\n+49 30 901820\",,");
  }

  private static List<List<String>> sheet(ReadableWorkbook workbook, String name)
      throws IOException {
    return workbook.findSheet(name).orElseThrow().read().stream()
        .map(row -> row.stream().map(c -> c == null ? "" : c.getText()).toList())
        .toList();
  }

  @Test
  void aWorkbookHoldsTheRowsTheFindingsTheRejectsAndWhereTheyComeFrom() throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(results(in, "out.xlsx").toFile())) {
      assertThat(workbook.getSheets().map(Sheet::getName))
          .containsExactly("results", "findings", "rejects", "about");
      List<List<String>> results = sheet(workbook, "results");
      assertThat(results).hasSize(3);
      assertThat(results.get(0)).startsWith("id", "title", "opened", "note", "scope.teams");
      assertThat(results.get(1))
          .startsWith("0042", "Project Manager, Zürich", "2026-03-01", "=1+1", "3", "inconclusive");
      assertThat(results.get(2)).startsWith("0044", "Nurse", "2026-03-02 08:30");
      assertThat(results.get(2).get(3)).isEqualTo("=1\n+49 30 901820");
      assertThat(sheet(workbook, "findings").get(1))
          .startsWith("0042", "2")
          .contains("Scope", "TPM", "3", "the work spans 3 teams", "scope-several-teams");
      assertThat(sheet(workbook, "rejects").get(1)).contains("3", "scope.teams", "0043", "many");
      assertThat(sheet(workbook, "about").toString())
          .contains("[Decision, hiring]", "in.csv]", "[Rows, 3]", "[Record, Not recorded");
      try (Stream<Row> rows = workbook.getFirstSheet().openStream()) {
        assertThat(rows.flatMap(Row::stream).filter(Objects::nonNull).map(Cell::getType))
            .containsOnly(CellType.STRING);
      }
    }
  }

  @Test
  void aWorkbookOfResultsIsReadAsItWas() throws IOException {
    Path again = results(results(in, "out.xlsx"), "again.csv");
    assertThat(Files.readString(again))
        .contains("\r\n0042,\"Project Manager, Zürich\",2026-03-01,'=1+1,3,")
        .contains("\r\n0044,Nurse,2026-03-02 08:30,\"'=1\n+49 30 901820\",,");
  }

  @Test
  void whatACellCannotHoldIsCutAndSaid() throws IOException {
    Files.writeString(in, "id,title,text\nR-1,\u0001Nurse \uD83D\uDC00," + "x".repeat(40_000));
    try (ReadableWorkbook workbook = new ReadableWorkbook(results(in, "out.xlsx").toFile())) {
      List<String> row = sheet(workbook, "results").get(1);
      assertThat(row.get(1)).isEqualTo("Nurse \uD83D\uDC00");
      assertThat(row.get(2)).hasSize(32_767).endsWith("x […]");
      assertThat(sheet(workbook, "about").toString()).contains("[Cut cells, 1, longer than");
    }
  }

  @Test
  void moreColumnsThanASheetHasAreRefusedBeforeAnythingIsDone() throws IOException {
    Files.writeString(
        in, "title," + ",c".repeat(16_380).substring(1) + "\nTPM" + ",".repeat(16_380));
    Run run = Run.of("batch", in, "--out", folder.resolve("out.xlsx"), "--no-record");
    assertThat(run.code()).isEqualTo(ExitCode.NOT_WRITTEN);
    assertThat(run.err()).contains("a sheet has at most 16384 columns").contains(".csv");
    assertThat(folder).isDirectoryNotContaining("glob:**out*");
  }

  @Test
  void aReportNamesOnlySoManyRowsAndCountsTheOthers() throws IOException {
    Files.writeString(in, "id,title\n" + "R,Project Manager\n".repeat(310));
    Path report = folder.resolve("report.html");
    Run run =
        Run.of(
            "batch", in, "--no-record", "--out", folder.resolve("out.jsonl"), "--report", report);
    assertThat(run.out()).contains("Report: " + report);
    assertThat(Files.readString(report))
        .contains("<h2>Questions are open: 310</h2>", "… and 10 more, which are in the results.")
        .contains("id=\"row-300\"")
        .doesNotContain("id=\"row-301\"");
  }

  @Test
  void aReportSaysWhatAPersonDecidedAndWhatIsNew() throws IOException {
    String id = "REPORT-" + UUID.randomUUID();
    Files.writeString(
        in,
        "id,title,What is the hardest part of the work?\n"
            + id
            + ",Project Manager,ALIGNMENT_ACROSS_BOUNDARIES");
    Path out = folder.resolve("out.csv");
    Path report = folder.resolve("report.html");
    Object[] batch = {"batch", in, "--out", out, "--report", report, "--since-last"};
    assertThat(Run.of(List.of("--home", Run.HOME.toString()), batch).code()).isZero();
    assertThat(Files.readString(report))
        .contains(">Title mismatch (mis-hire risk): 1<", ". Since the last batch: 1 new, ");
    Run.of(
        "audit", "review", id, "--override", "PM", "--reason", "one team", "--by", "I. Calloway");
    assertThat(Run.of(List.of("--home", Run.HOME.toString()), batch).code()).isZero();
    assertThat(Files.readString(report))
        .contains(
            ">Decided otherwise by a person: 1<", "Decided by a person: PM on ", "1 unchanged")
        .doesNotContain(">Title mismatch (mis-hire risk): 1<");
  }

  @Test
  void aReportThatCannotBeWrittenIsToldBeforeAnythingIsDone() throws IOException {
    Path page = Files.writeString(folder.resolve("in.html"), "keep");
    refused(ExitCode.USAGE, in, "report.pdf", "must end with .html");
    refused(ExitCode.NOT_WRITTEN, in, "none/report.html", "there is no folder");
    refused(ExitCode.USAGE, page, "in.html", "would write over the input");
    assertThat(page).hasContent("keep");
    assertThat(folder.resolve("out.csv")).doesNotExist();
  }

  private void refused(int code, Path input, String report, String told) {
    Run run =
        Run.of(
            "batch", input, "--out", folder.resolve("out.csv"), "--report", folder.resolve(report));
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.err()).contains(told);
  }
}
