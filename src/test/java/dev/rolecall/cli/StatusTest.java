package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which requisitions of an export are read, and what becomes of people who are named in it. */
class StatusTest {

  private static final String EXPORT =
      """
      Req ID,Job Title,Status,scope.teams,Hiring Manager,Candidate Name,Notes
      1,Project Manager,Open,1,Hermine Ruttloff,Cato Ellmenreich,x
      2,Project Manager,Filled,1,Hermine Ruttloff,Cato Ellmenreich,x
      3,Project Manager,open ,many,Hermine Ruttloff,Cato Ellmenreich,x
      4,Project Manager,On Hold,1,Hermine Ruttloff,Cato Ellmenreich,x
      5,Project Manager,,1,Hermine Ruttloff,Cato Ellmenreich,x
      6,Project Manager,FILLED,1,Hermine Ruttloff,Cato Ellmenreich,x
      """;

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Run batch(Object... more) throws IOException {
    Object[] line = new Object[more.length + 5];
    List<Object> first =
        List.of("batch", write("a.csv", EXPORT), "--out", folder.resolve("r.csv"), "--no-record");
    first.toArray(line);
    System.arraycopy(more, 0, line, 5, more.length);
    return Run.of(line);
  }

  private List<String> ids() throws IOException {
    return Files.readAllLines(folder.resolve("r.csv")).stream()
        .skip(1)
        .map(l -> l.substring(0, l.indexOf(',')).replaceAll("\\D", ""))
        .toList();
  }

  @Test
  void openOnesAreReadAndTheOthersCountedAndNamed() throws IOException {
    Run run = batch();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("3 rows: ", "1 not readable")
        .contains("3 rows are not open (Filled 2, On Hold 1); --status all reads them");
    assertThat(ids()).containsExactly("1", "5");
  }

  @Test
  void allOfThemOrThoseOfSomeStatusesAreReadWhereAsked() throws IOException {
    assertThat(batch("--status", "all").out()).contains("6 rows: ").doesNotContain("not open");
    assertThat(ids()).containsExactly("1", "2", "4", "5", "6");
    Run run = batch("--status", "on hold,filld");
    assertThat(ids()).containsExactly("4");
    assertThat(run.out())
        .contains(
            "5 rows are not of the statuses asked for (Filled 2, Open 2, no status 1); --status"
                + " all reads them",
            "no row has the status `filld`; there are `Filled`, `Open`, `On Hold`; maybe"
                + " `Filled`?");
    batch("--status", "open,On Hold");
    assertThat(ids()).containsExactly("1", "4", "5");
  }

  @Test
  void anExportOfWhichNothingIsOpenSaysSo() throws IOException {
    Path closed = write("b.csv", "id,title,status\n1,Project Manager,Closed\n");
    for (Run run :
        List.of(
            Run.of("batch", closed, "--out", folder.resolve("r.csv"), "--no-record"),
            Run.of("decide", closed, "--no-record"))) {
      assertThat(run.code()).isEqualTo(ExitCode.INPUT_REFUSED);
      assertThat(run.err())
          .contains("none of its 1 requisitions has a status that is read; `--status all`");
    }
  }

  @Test
  void anExportWithoutStatusesIsAllOpen() throws IOException {
    Path export = write("b.csv", "id,title\n1,Project Manager\n2,Project Manager\n");
    Path out = folder.resolve("r.csv");
    assertThat(Run.of("batch", export, "--out", out, "--no-record").out()).contains("2 rows: ");
    assertThat(Run.of("batch", export, "--out", out, "--no-record", "--status", "Closed").out())
        .contains("2 rows: ", "no column says where the requisitions stand");
  }

  @Test
  void theExportOfATrackingSystemSaysWhereItsJobsStand() throws IOException {
    Path jobs =
        write(
            "jobs.json",
            """
            [{"id": 1, "requisition_id": "A-1", "name": "Project Manager", "status": "open"},
             {"id": 2, "requisition_id": "A-2", "name": "Project Manager", "status": "draft"}]
            """);
    assertThat(Run.of("batch", jobs, "--out", folder.resolve("r.csv"), "--no-record").out())
        .contains("1 row: ", "1 row is not open (draft 1); --status all reads it");
  }

  @Test
  void aCaseThatIsAskedForByItsIdIsReadWhateverItsStatus() throws IOException {
    assertThat(Run.of("why", write("a.csv", EXPORT), "4").code()).isZero();
  }

  @Test
  void whatFlipsIsCountedOnOpenRequisitions() throws IOException {
    Path rules = Files.createDirectories(folder.resolve("rules"));
    Run.copy(Path.of("rules/hiring"), rules.resolve("hiring"));
    Run run =
        Run.of(
            "rules",
            "impact",
            "rules/hiring",
            rules.resolve("hiring"),
            "--on",
            write("a.csv", EXPORT));
    assertThat(run.err()).contains("3 rows are not open (Filled 2, On Hold 1)");
    assertThat(run.out()).contains("3 rows");
  }

  @Test
  void namesForRoutingPassThroughAndAreNeverRecordedAndThoseOfCandidatesAreLeftOut()
      throws IOException {
    Path home = folder.resolve("home");
    Run run =
        Run.of(
            List.of("--home", home.toString()),
            "batch",
            write("a.csv", EXPORT),
            "--out",
            folder.resolve("r.csv"));
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "Passed through for routing, not evaluated and not recorded: `Hiring Manager`",
            "Carried along unread: `Notes`\n",
            "left out, as they are about people and not about the work: `Candidate Name`");
    assertThat(folder.resolve("r.csv")).content().contains("Ruttloff").doesNotContain("Ellmen");
    assertThat(folder.resolve("r.rejects.csv"))
        .content()
        .contains("Ruttloff")
        .doesNotContain("Ellmen");
    Run json =
        Run.of(List.of("--home", home.toString()), "decide", "--json", write("a.csv", EXPORT));
    assertThat(json.out()).contains("\"Project Manager\"").doesNotContain("Ruttloff", "Ellmen");
    int files = 0;
    for (Path file : Files.walk(home).filter(Files::isRegularFile).toList()) {
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      assertThat(bytes).as(file.toString()).doesNotContain("Ruttloff", "Ellmenreich");
      files += bytes.contains("Project Manager") ? 1 : 0;
    }
    assertThat(files).as("files in which the requisitions were looked for").isPositive();
  }
}
