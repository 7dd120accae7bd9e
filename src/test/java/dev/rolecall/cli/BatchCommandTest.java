package dev.rolecall.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.rolecall.document.CsvText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows in, rows out: none is lost, none is changed, none is half written. */
class BatchCommandTest {

  private static final Set<String> APPENDED =
      Set.of(
          "answer",
          "decided by",
          "contested",
          "warnings",
          "decided by a person",
          "because",
          "inferred",
          "without inferred",
          "questions",
          "from questionnaires",
          "remembered",
          "since last",
          "ruleset");

  @TempDir Path folder;
  private Path out;

  @BeforeEach
  void nameResult() {
    out = folder.resolve("out.csv");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<List<String>> table(Path file) throws IOException {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().skipEmptyLines(false).detectBomHeader(true).ofCsvRecord(file)) {
      return reader.stream()
          .map(CsvRecord::getFields)
          .map(cells -> cells.stream().map(CsvText::plain).toList())
          .toList();
    }
  }

  /** The cells of a result under the columns of the input. */
  private static List<List<String>> carried(Path file) throws IOException {
    List<List<String>> table = table(file);
    int columns = table.get(0).size() - APPENDED.size();
    assertThat(table.get(0).subList(columns, table.get(0).size()))
        .containsExactlyInAnyOrderElementsOf(APPENDED);
    return table.stream().map(row -> row.subList(0, columns)).toList();
  }

  @Test
  void rowsThatCannotBeReadAreSetApartAndAllOthersAreAnswered() throws IOException {
    Path in =
        write(
            "in.csv",
            """
            id,title,scope.teams
            A,Project Manager,3

            B,Project Manager, Platform,4
            C,Technical Program Manager
            D,TPM,5,,
            E,"TPM" x,5
            F,"TPM,5
            G,"TPM",5
            ,,
            H,TPM,many
            I,TPM,7
            """);
    Run run = Run.of("batch", in, "--out", out);

    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("8 rows: 4 in scope, 0 out of scope (other jobs), 4 not readable")
        .contains("(4 rows), ruleset")
        .contains("out.rejects.csv (4 rows)");
    assertThat(carried(out))
        .extracting(row -> row.get(0))
        .containsExactly("id", "A", "C", "D", "I");
    assertThat(table(folder.resolve("out.rejects.csv")))
        .extracting(row -> row.get(1) + " " + row.get(2))
        .containsExactly("row column", "4 scope.teams", "7 title", "8 title", "11 scope.teams");
    assertThat(run.err()).contains("these 2 lines cannot be read for it");
  }

  @Test
  void whatWasInferredStandsBesideTheAnswerWithoutIt() throws IOException {
    Path in =
        write(
            "in.json",
            """
            [{"id": "A", "scope": {"teams": 5},
              "boundaryTest": {"hardestPart": "ALIGNMENT_ACROSS_BOUNDARIES"},
              "inferred": {"boundaryTest.hardestPart": "You align them."}},
             {"id": "B", "scope": {"teams": 5}}]
            """);
    assertThat(Run.of("batch", in, "--out", out).code()).isEqualTo(ExitCode.DONE);
    List<List<String>> rows = table(out);
    int answer = rows.get(0).indexOf("answer");
    int inferred = rows.get(0).indexOf("inferred");
    int without = rows.get(0).indexOf("without inferred");
    assertThat(rows.get(1).get(answer)).isEqualTo("TPM");
    assertThat(rows.get(1).get(inferred)).endsWith(", from “You align them.”");
    assertThat(rows.get(1).get(without)).isEqualTo("inconclusive");
    assertThat(rows.get(2).get(inferred) + rows.get(2).get(without)).isEmpty();
  }

  @Test
  void cellsComeBackAsTheyWere() throws IOException {
    Path in =
        write(
            "in.csv",
            "\uFEFFRequisition ID;Title;note;note;;answer;How many teams have to move together?\r\n"
                + "007;\"Program \"\"X\"\"\nManager; TPM\";=1+1;Zoë 🐀;;was;5\r\n"
                + ";;;;;;\r\n"
                + "007; TPM ;,;\"a\r\nb\";x;;\r\n");
    assertThat(Run.of("batch", in, "--out", out).code()).isEqualTo(ExitCode.DONE);
    assertThat(carried(out))
        .containsExactly(
            List.of(
                "Requisition ID",
                "Title",
                "note",
                "note",
                "",
                "answer",
                "How many teams have to move together?"),
            List.of("007", "Program \"X\"\nManager; TPM", "=1+1", "Zoë 🐀", "", "was", "5"),
            List.of("007", " TPM ", ",", "a\r\nb", "x", "", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void separatorsAreFoundOut(String separator) throws IOException {
    Path in = write("in.txt", "id,title,scope.teams\n007,TPM,5\n".replace(",", separator));
    assertThat(Run.of("batch", in, "--out", out).code()).isEqualTo(ExitCode.DONE);
    assertThat(carried(out).get(1)).containsExactly("007", "TPM", "5");
    assertThat(Run.of("batch", write("s.csv", "sep=;\nid;title\n1;TPM\n"), "--out", out).code())
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void bytesThatAreNotUtf8AreReadAsWindows1252() throws IOException {
    Path in = folder.resolve("in.csv");
    Files.write(in, "id,title\nA,TPM\nB,Zürich\nC,TPM\n".getBytes(ISO_8859_1));
    Run run = Run.of("batch", in, "--out", out);
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(carried(out))
        .extracting(row -> row.get(1))
        .containsExactly("title", "TPM", "Zürich", "TPM");
  }

  @Test
  void aBrokenLineOfJsonLeavesTheOthersWhole() throws IOException {
    String lines = "{\"id\":\"A\"}\n{\"id\":\"B\", nope}\n\n{\"id\":\"C\"}\n{\"id\":\"D\"} {}\n";
    for (String name : List.of("in.jsonl", "in.txt")) {
      Run run = Run.of("batch", write(name, lines), "--out", out);
      assertThat(run.code()).isEqualTo(ExitCode.DONE);
      assertThat(carried(out)).extracting(row -> row.get(0)).containsExactly("id", "A", "C");
      assertThat(run.err()).contains(name + ":2:12: ", name + ":5:12: ");
    }
  }

  @Test
  void columnsOfSeveralInputsStandBesideEachOther() throws IOException {
    Path one = write("one.csv", "id,title,owner\n1,TPM,Ines\n");
    Path two = write("two.csv", "owner,team,id\nZoë,Pay,2\n");
    Path three = write("three.json", "[{\"id\": \"03\", \"scope\": {\"teams\": 4}}]");
    assertThat(Run.of("batch", one, two, three, "--out", out).code()).isEqualTo(ExitCode.DONE);
    List<List<String>> rows = carried(out);
    assertThat(rows.get(0).subList(0, 4)).containsExactly("id", "title", "owner", "team");
    assertThat(rows.get(1).subList(0, 4)).containsExactly("1", "TPM", "Ines", "");
    assertThat(rows.get(2).subList(0, 4)).containsExactly("2", "", "Zoë", "Pay");
    assertThat(rows.get(3).get(0)).isEqualTo("03");
    assertThat(rows.get(3).get(rows.get(0).indexOf("scope.teams"))).isEqualTo("4");
  }

  @Test
  void answersStayTheSameByWayOfAResultFile() throws IOException {
    Path again = folder.resolve("again.csv");
    Run.of("batch", "examples/requisitions.jsonl", "examples/requisition.yaml", "--out", out);
    assertThat(Run.of("batch", out, "--out", again).code()).isEqualTo(ExitCode.DONE);
    List<List<String>> first = table(out);
    int columns = first.get(0).size();
    assertThat(table(again))
        .hasSameSizeAs(first)
        .allSatisfy(
            row ->
                assertThat(row.subList(columns, columns + APPENDED.size()))
                    .isEqualTo(row.subList(columns - APPENDED.size(), columns)));
  }

  @Test
  void jsonLinesHoldTheDecisionAndWhatWasCarried() throws IOException {
    Path lines = folder.resolve("out.jsonl");
    Path in = write("in.csv", "id,title,owner\n007,TPM,Zoë\n008,TPM,\n");
    assertThat(Run.of("batch", in, "--out", lines).code()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readAllLines(lines))
        .hasSize(2)
        .first()
        .asString()
        .contains("\"row\":2", "\"carried\":{\"owner\":\"Zoë\"}", "\"decision\":{", "\"007\"");
  }

  @Test
  void columnsThatAreNotReadAreNamed() throws IOException {
    Path in = write("in.csv", "title,owner,How many teams must move together\nTPM,Zoë,5\n");
    assertThat(Run.of("batch", in, "--out", out).out())
        .contains(
            "for routing, not evaluated and not recorded: `owner`",
            "Carried along unread: `How many teams must move together`")
        .contains("maybe it means `How many teams have to move together?`");
  }

  @Test
  void oldRejectsGoWhenThereAreNoneAnyMore() throws IOException {
    Path rejects = folder.resolve("out.rejects.csv");
    Run.of("batch", write("in.csv", "id,scope.teams\n1,x\n2,3\n"), "--out", out);
    assertThat(rejects).exists();
    Run.of("batch", write("in.csv", "id,scope.teams\n1,3\n2,3\n"), "--out", out);
    assertThat(rejects).doesNotExist();
    assertThat(folder.resolve("out.csv.part")).doesNotExist();
  }

  @Test
  void moreProblemsThanAreShownAreCounted() throws IOException {
    Path in = write("in.csv", "scope.teams\n" + "x\n".repeat(25));
    Run run = Run.of("batch", in, "--out", out);
    assertThat(run.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(run.err().lines()).hasSize(11).last().asString().contains("… and 15 more; all are");
  }

  @Test
  void aDecisionForOnesOwnUseIsNotMadeInBatches() {
    Run run = Run.of("batch", "--decision", "growth", "examples/growth.yaml", "--out", out);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("`growth` is for a person's own use");
    assertThat(out).doesNotExist();
  }

  @Test
  void aResultThatCannotBeWrittenIsToldBeforeAnythingIsDone() throws IOException {
    Path in = write("in.csv", "title\nTPM\n");
    Files.createDirectory(folder.resolve("dir.csv"));
    refused(ExitCode.NOT_WRITTEN, in, "none/out.csv", "there is no folder");
    refused(ExitCode.NOT_WRITTEN, in, "dir.csv", "dir.csv: it cannot be written: it is a folder");
    refused(ExitCode.USAGE, in, "out.xls", "must end with one of .csv, .xlsx, .jsonl");
    refused(ExitCode.USAGE, in, "in.csv", "would write over the input");
    assertThat(in).hasContent("title\nTPM\n");
  }

  @Test
  void mendedRejectsCannotBeWrittenOver() throws IOException {
    Path in = write("out.rejects.csv", "title\nTPM\n");
    refused(ExitCode.USAGE, in, "out.csv", "would write over the input");
    assertThat(in).hasContent("title\nTPM\n");
  }

  private void refused(int code, Path in, String result, String told) {
    Run run = Run.of("batch", in, "--out", folder.resolve(result));
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.err()).contains(told);
  }
}
