package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
