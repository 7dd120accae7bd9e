package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.rolecall.edit.Workbooks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hiring managers are asked in a workbook, and what they answer comes back. */
class IntakeQuestionnaireTest {

  private static final String MONDAY =
      """
      Requisition ID,Title,Department,Hiring Manager,scope.teams,ownership.accountableFor
      007,Project Manager,IT,Ines Calloway,3,
      R-2,Technical Program Manager,Data,Tobias Renn,3,
      R-3,Software Engineer,Data,Tobias Renn,,
      R-4,Project Manager,IT,Ines Calloway,many,
      """;

  /** Made once: to find out which questions matter takes a while. */
  private static byte[] made;

  @TempDir private Path folder;
  private Path monday;
  private Path questions;
  private Path out;

  @BeforeEach
  void writeExport() throws IOException {
    monday = Files.writeString(folder.resolve("monday.csv"), MONDAY);
    questions = folder.resolve("questions.xlsx");
    out = folder.resolve("results.csv");
  }

  private Run ask() {
    return Run.of("intake", "questionnaire", monday, "--out", questions);
  }

  /** Types an answer to a question about a requisition; the row as a spreadsheet counts it. */
  private static int answer(Workbooks workbook, String id, String path, Object answer) {
    List<List<Object>> rows = workbook.sheet("Questions");
    int at = rows.get(0).indexOf("Answer");
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i).get(0).equals(id) && rows.get(i).contains(path)) {
        rows.get(i).set(at, answer);
        return i + 1;
      }
    }
    throw new AssertionError(id + " is not asked for " + path);
  }

  private Path saved(Workbooks workbook, String name) throws IOException {
    return Files.write(folder.resolve(name), workbook.saved());
  }

  private Workbooks asked() throws IOException {
    if (made == null) {
      Run run = ask();
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
      made = Files.readAllBytes(questions);
    }
    return Workbooks.open(made);
  }

  private Map<String, NamedCsvRecord> results() throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(out)) {
      return reader.stream().collect(Collectors.toMap(row -> row.getFields().get(0), row -> row));
    }
  }

  @Test
  void whatIsInconclusiveIsAskedAboutAndTheBoundaryTestComesFirst() throws IOException {
    Run run = ask();
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("about 2 requisitions of 4 rows", "1 requisition: could not be read");
    assertThat(run.err()).contains("row 5, column \"scope.teams\": `many` is not a whole number");
    List<List<Object>> rows = Workbooks.open(Files.readAllBytes(questions)).sheet("Questions");
    assertThat(rows.get(0))
        .containsExactly(
            "Requisition ID",
            "Title",
            "Department",
            "Hiring Manager",
            "Question",
            "Answer",
            "How to answer",
            "Asks for");
    assertThat(rows.get(1))
        .startsWith(
            "007",
            "Project Manager",
            "IT",
            "Ines Calloway",
            "What is the hardest part of the work?")
        .endsWith("boundaryTest.hardestPart");
    assertThat(rows.stream().skip(1).map(row -> row.get(0)).distinct())
        .containsExactly("007", "R-2");
    assertThat(rows).noneMatch(row -> row.contains("scope.teams"));
  }

  @Test
  void onlyAnswersAreOpenAndTakeWhatIsAllowed() throws IOException {
    asked();
    String sheet = "";
    try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(made))) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        if (part.getName().equals("xl/worksheets/sheet1.xml")) {
          sheet = new String(parts.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    assertThat(sheet)
        .contains("<sheetProtection", "sheet=\"true\"")
        .containsPattern("sqref=\"F2:F2\" type=\"list\".*?<formula1>'Choices'!\\$A\\$1:\\$A\\$3<")
        .containsPattern("AND\\(ISNUMBER\\(F\\d+\\),.*?1000>=F\\d+\\)")
        .doesNotContain("<dataValidation sqref=\"A", "<dataValidation sqref=\"E");
    assertThat(Workbooks.open(made).sheet("Choices").get(2)).startsWith("not known");
  }

  @Test
  void answersAreReadOnTheirOwnWithWhatWasKnownBefore() throws IOException {
    Workbooks workbook = asked();
    answer(workbook, "007", "boundaryTest.hardestPart", "keeping a known set of tasks on track");
    answer(workbook, "R-2", "scope.systems", 5);
    answer(workbook, "R-2", "artifacts.decisionLog", "not known");
    Path back = saved(workbook, "back.xlsx");
    Run run = Run.of("batch", back, "--out", out);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("2 rows: 2 in scope").doesNotContain("passed over");
    Map<String, NamedCsvRecord> results = results();
    assertThat(results.get("007").getField("answer")).isEqualTo("PM");
    assertThat(results.get("007").getField("Hiring Manager")).isEqualTo("Ines Calloway");
    assertThat(results.get("007").getField("warnings")).isNotNull();
    assertThat(results.get("R-2").getField("answer")).isEqualTo("inconclusive");
    assertThat(results.get("R-2").getField("scope.systems")).isEqualTo("5");
    assertThat(results.get("R-2").getField("questions")).doesNotContain("How many teams");
  }

  @Test
  void answersReachTheRowsOfAnExportByTheirIds() throws IOException {
    Workbooks workbook = asked();
    int row = answer(workbook, "007", "boundaryTest.hardestPart", "TRACKING_KNOWN_TASKS");
    answer(workbook, "R-2", "ownership.accountableFor", "a defined plan");
    Path back = saved(workbook, "back.xlsx");
    Files.writeString(
        monday,
        MONDAY
            .replace("Data,Tobias Renn,3,", "Data,Tobias Renn,3,CROSS_TEAM_OUTCOME")
            .replace("many", "2"));
    Run run = Run.of("batch", monday, back, "--out", out);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains(
            "4 rows: 3 in scope",
            "stated otherwise in a questionnaire, whose answer counts (`CROSS_TEAM_OUTCOME` in row 3)");
    assertThat(run.out()).contains(monday + ": column \"ownership.accountableFor\": stated");
    assertThat(results().get("007").getField("answer")).isEqualTo("PM");
    assertThat(results().get("007").getField("from questionnaires"))
        .isEqualTo(
            "boundaryTest.hardestPart keeping a known set of tasks on track (back.xlsx, row "
                + row
                + ")");
    assertThat(results().get("R-3").getField("from questionnaires")).isEmpty();
    assertThat(results()).hasSize(4);
    Path lines = folder.resolve("results.jsonl");
    Run.of("batch", monday, back, "--out", lines);
    assertThat(lines)
        .content()
        .contains(
            "\"fromQuestionnaires\":{\"boundaryTest.hardestPart\":\""
                + back
                + ": row "
                + row
                + ", column \\\"Answer\\\"\"}");
  }

  @Test
  void aWrongAnswerIsNamedByItsRowAndTheOthersCount() throws IOException {
    Workbooks workbook = asked();
    answer(workbook, "007", "boundaryTest.hardestPart", "TRACKING_KNOWN_TASKS");
    int row = answer(workbook, "R-2", "scope.systems", "many of them");
    Path back = saved(workbook, "back.xlsx");
    Run run = Run.of("batch", back, "--out", out);
    String where =
        back
            + ": row "
            + row
            + ", column \"Answer\": `many of them` is not a whole number from 0 to 1000";
    assertThat(run.err()).contains(where);
    assertThat(results().keySet()).containsExactly("007");
    Files.writeString(monday, MONDAY.replace("many", "2"));
    assertThat(Run.of("batch", monday, back, "--out", out).err()).contains(where);
    assertThat(folder.resolve("results.rejects.csv")).content().contains(back + ": row " + row);
  }

  @Test
  void copiesOfSomeRowsAreReadAndMustNotContradictEachOther() throws IOException {
    Workbooks workbook = asked().without("Known").without("Choices").without("How to");
    answer(workbook, "007", "boundaryTest.hardestPart", "TRACKING_KNOWN_TASKS");
    Path one = saved(workbook, "one.xlsx");
    answer(workbook, "007", "scope.systems", 2);
    Path two = saved(workbook, "two.xlsx");
    Run run = Run.of("batch", one, two, "--out", out);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("2 rows: 2 in scope");
    assertThat(results().get("007").getField("scope.systems")).isEqualTo("2");
    int row = answer(workbook, "007", "boundaryTest.hardestPart", "ALIGNMENT_ACROSS_BOUNDARIES");
    saved(workbook, "two.xlsx");
    assertThat(Run.of("batch", one, two, "--out", out).err())
        .contains(
            two + ": row " + row,
            "is answered `keeping a known set of tasks on track` in " + one + ": row " + row);
  }

  @Test
  void whatBelongsToNoRequisitionIsSaid() throws IOException {
    Workbooks workbook = asked();
    int row = answer(workbook, "007", "scope.systems", 2);
    workbook.sheet("Questions").get(row - 1).set(0, "");
    answer(workbook, "R-2", "scope.systems", 2);
    Path back = saved(workbook, "back.xlsx");
    Files.writeString(monday, "id,title\n007,Project Manager\n");
    Run run = Run.of("batch", monday, back, "--out", out);
    assertThat(run.err())
        .contains("row " + row + ", column \"Requisition ID\": `2` is answered here");
    assertThat(run.out())
        .contains("answers for requisitions that no other file holds were not used: `R-2`");
  }

  @Test
  void whereNothingIsInconclusiveNothingIsWritten() throws IOException {
    Files.writeString(monday, "id,title\nR-3,Software Engineer\n");
    Run run = ask();
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("There is nothing to ask: 1 row, none inconclusive.");
    assertThat(questions).doesNotExist();
  }

  @Test
  void whatCannotBeAskedIsSaid() {
    assertThat(Run.of("intake", "questionnaire", monday, "--out", out).err())
        .contains("the name must end with .xlsx");
    assertThat(
            Run.of("intake", "questionnaire", monday, "--out", questions, "--decision", "growth")
                .err())
        .contains("is for a person's own use");
    assertThat(
            Run.of("intake", "questionnaire", monday, "--out", folder.resolve("no/q.xlsx")).code())
        .isEqualTo(ExitCode.NOT_WRITTEN);
  }
}
