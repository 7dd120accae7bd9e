package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of an export before anything is decided. */
class InspectTest {

  private static final String EXPORT =
      """
      Open requisitions;;;;;;
      Req ID;Job Title;Status;Team size;Clarity;Recruiter;Gender;Where from
      01;Project Manager, Büro;Open;1-2 teams;defined up front;Hermine Ruttloff;f;agency
      02;Project Manager;Open;a few;;Hermine Ruttloff;m;
      03;Nurse;Filled;5 teams;;Hermine Ruttloff;f;
      04;Nurse;Open;;;Hermine Ruttloff;f;
      05;Project Manager;Approved;a few;shaped along the way;Hermine Ruttloff;f;
      """;

  @TempDir Path folder;

  private Path export() throws IOException {
    return Files.writeString(folder.resolve("monday.csv"), EXPORT, Charset.forName("windows-1252"));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static JsonNode json(Object... arguments) throws IOException {
    Run run = Run.of(arguments);
    assertThat(run.err()).isEmpty();
    return JsonMapper.builder().build().readTree(run.out());
  }

  private static JsonNode column(JsonNode inspection, String header) {
    for (JsonNode column : inspection.get("columns")) {
      if (column.get("column").textValue().equals(header)) {
        return column;
      }
    }
    throw new AssertionError(header);
  }

  @Test
  void eachColumnSaysWhatItBecameAndHowMuchOfItIsUnderstood() throws IOException {
    Run run = Run.of("intake", "inspect", export());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "table of text, Windows-1252, semicolon between cells, header in row 2",
            "5 rows: 3 in scope, 1 out of scope (other jobs), 0 not readable, 1 passed over",
            "Read by status: Open 3, Approved 1",
            "Passed over by status: Filled 1",
            "--save-mapping mapping.yaml")
        .containsPattern("Req ID +id +columns.csv +4 +4\n")
        .containsPattern("Job Title +posting.title +name +4 +4\n")
        .containsPattern("Team size +not read +3\n")
        .containsPattern(
            "Clarity +not read +2\n"
                + " +maybe it means `ambiguity.definition`: How well is the work defined")
        .containsPattern("Recruiter +routing, passed through +columns.csv +4\n")
        .containsPattern("Gender +left out, about people +4\n")
        .doesNotContain("Ruttloff", "agency");
  }

  @Test
  void aMappingIsSavedEditedAndUsed() throws IOException {
    Path mapping = folder.resolve("monday.yaml");
    assertThat(Run.of("intake", "inspect", export(), "--save-mapping", mapping).code()).isZero();
    String saved = Files.readString(mapping);
    assertThat(saved)
        .contains(
            "  Req ID: id\n",
            "  # Team size: ignore\n",
            "  # Clarity: ambiguity.definition\n",
            "  # Gender is about people and not about the work: always left out\n",
            "#   - Filled  # is not open now\n");
    assertThat(Run.of("intake", "inspect", export(), "--mapping", mapping).out())
        .as("as it was saved it changes nothing")
        .contains("5 rows: 3 in scope, 1 out of scope (other jobs), 0 not readable, 1 passed over");

    write(
        "monday.yaml",
        saved
            .replace("# Team size: ignore", "Team size: scope.teams")
            .replace("# Clarity:", "Clarity:"));
    Path second = folder.resolve("second.yaml");
    assertThat(
            Run.of("intake", "inspect", export(), "--mapping", mapping, "--save-mapping", second)
                .out())
        .containsPattern("Team size +scope.teams +mapping +3 +0 +3\n")
        .contains("not understood: `a few` (2), `1-2 teams`");
    assertThat(Files.readString(second))
        .contains(
            "  Team size:\n    means: scope.teams\n    values:\n",
            "# a few: unknown\n",
            "# \"1-2 teams\": unknown\n");

    Files.writeString(second, Files.readString(second).replace("# a few: unknown", "a few: 3"));
    JsonNode inspected = json("intake", "inspect", export(), "--mapping", second, "--json").get(0);
    JsonNode teams = column(inspected, "Team size");
    assertThat(teams.get("means").textValue()).isEqualTo("scope.teams");
    assertThat(teams.get("understood").intValue()).isEqualTo(2);
    assertThat(teams.get("examples").get("a few").textValue()).isEqualTo("3");
    assertThat(Run.of("decide", "--json", "--no-record", export(), "--mapping", second).out())
        .contains("\"scope\":{\"teams\":3}");
    assertThat(Run.of("why", export(), "02", "--mapping", second).out()).contains("3");
  }

  @Test
  void aMappingThatWasEditedIsNeverWrittenOver() throws IOException {
    Path mapping = write("monday.yaml", "columns: {Req ID: id}\n");
    Run run = Run.of("intake", "inspect", export(), "--save-mapping", mapping);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(mapping).content().isEqualTo("columns: {Req ID: id}\n");
  }

  @Test
  void whatIsWrongWithAMappingComesAllAtOnce() throws IOException {
    Path mapping = write("m.yaml", "columns:\n  A: scope.team\n  B: { means: id, vals: 1 }\n");
    Run run = Run.of("decide", export(), "--mapping", mapping, "--no-record");
    assertThat(run.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(run.err())
        .contains(mapping + ":2:6: `scope.team` is nothing that a column can mean")
        .contains(mapping + ":3:19: `vals` is not known here");
    Files.write(mapping, new byte[] {'a', (byte) 0xE4, ':'});
    assertThat(Run.of("decide", export(), "--mapping", mapping, "--no-record").err())
        .contains("it is not UTF-8");
    assertThat(Run.of("decide", export(), "--mapping", folder, "--no-record").err())
        .contains("this is a directory");
    assertThat(Run.of("decide", export(), "--mapping", "/dev/zero", "--no-record").err())
        .contains("too large");
  }

  @Test
  void aHeaderOfWhichNothingIsUnderstoodCanBeLookedAtAndMapped() throws IOException {
    Path codes = write("codes.csv", "jcf1,jcf2,scope.team\n1,Project Manager,2\n");
    assertThat(Run.of("batch", codes, "--out", folder.resolve("r.csv"), "--no-record").code())
        .isEqualTo(ExitCode.INPUT_REFUSED);
    Path mapping = folder.resolve("codes.yaml");
    Run run = Run.of("intake", "inspect", codes, "--save-mapping", mapping);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("`scope.team` is not an attribute; maybe `scope.teams`?");
    assertThat(mapping).content().contains("  # jcf1: ignore\n");
  }

  @Test
  void everyShapeOfInputSaysHowItIsWritten() throws IOException {
    Path book = folder.resolve("a.xlsx");
    try (OutputStream out = Files.newOutputStream(book);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Reqs");
      sheet.value(0, 0, "Req ID");
      sheet.value(0, 1, "Job Title");
      sheet.value(1, 0, "007");
      sheet.value(1, 1, "Project Manager");
    }
    Path packed = folder.resolve("b.tsv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write("id\ttitle\n1\tProject Manager\n".getBytes(StandardCharsets.UTF_16LE));
    }
    Path zip = folder.resolve("c.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("one.csv"));
      out.write("id,title\n1,Project Manager\n".getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry("two.csv"));
      out.write("id,title,status\n2,Project Manager,Closed\n".getBytes(StandardCharsets.UTF_8));
    }
    Path jobs =
        write(
            "d.json", "[{\"shortcode\": \"S1\", \"title\": \"Nurse\", \"state\": \"published\"}]");
    Path cases = write("e.yaml", "id: 1\nscope: { teams: 5 }\n");
    JsonNode all = json("intake", "inspect", book, packed, zip, jobs, cases, "--json");
    assertThat(all).hasSize(6);
    assertThat(all.get(0).toString())
        .contains("\"format\":\"workbook\"", "\"sheet\":\"Reqs\"", "\"header\":\"row 1\"");
    assertThat(all.get(1).toString())
        .contains("\"packed\":\"gzip\"", "\"encoding\":\"UTF-16LE\"", "\"separator\":\"tab\"");
    assertThat(all.get(2).get("name").textValue()).endsWith("c.zip/one.csv");
    assertThat(all.get(3).get("statuses").toString())
        .isEqualTo("[{\"status\":\"Closed\",\"rows\":1,\"open\":false,\"read\":false}]");
    assertThat(all.get(4).get("system").textValue()).isEqualTo("Workable");
    assertThat(column(all.get(4), "title").get("by").textValue()).isEqualTo("shape");
    assertThat(column(all.get(5), "scope.teams").get("understood").intValue()).isEqualTo(1);
  }

  @Test
  void rowsThatCannotBeReadAreCountedAndTheFirstOfThemNamed() throws IOException {
    Path file = write("a.csv", "id,scope.teams\n1,many\n2,3\n3,4,extra\n");
    Run run = Run.of("intake", "inspect", file);
    assertThat(run.out())
        .contains("3 rows: 1 in scope, 0 out of scope (other jobs), 2 not readable, 0 passed over")
        .contains("row 2, column \"scope.teams\": `many` is not a whole number")
        .containsPattern("scope.teams +scope.teams +path +3 +2 +1\n");
  }
}
