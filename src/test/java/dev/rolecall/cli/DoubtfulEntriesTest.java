package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nobody acts on an entry that does not hold, or that may be another than the one that is meant.
 */
class DoubtfulEntriesTest {

  private static final Path CACHE = Run.HOME.resolve("cache");
  private static final String CHANGED =
      "the body of entry 2 was changed: it does not give its hash";

  @TempDir private static Path once;
  @TempDir private Path home;

  @BeforeAll
  static void decide() throws IOException {
    if (Files.exists(CACHE)) {
      Run.copy(CACHE, once.resolve("cache"));
    }
    Path cases = once.resolve("cases.csv");
    Files.writeString(
        cases,
        """
        id,posting.title,boundaryTest.hardestPart
        REQ-1,Project Manager,ALIGNMENT_ACROSS_BOUNDARIES
        REQ-2,Project Manager,TRACKING_KNOWN_TASKS
        1,Program Manager,TRACKING_KNOWN_TASKS
        """);
    assertThat(Run.of(List.of("--home", once.toString()), "decide", cases).code()).isZero();
  }

  @BeforeEach
  void copy() throws IOException {
    Files.copy(once.resolve("record.db"), home.resolve("record.db"));
    Run.copy(once.resolve("cache"), home.resolve("cache"));
  }

  private Run run(Object... arguments) {
    return Run.of(List.of("--home", home.toString()), arguments);
  }

  private void tamper(String... statements) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("record.db"));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private void changeTheSecond() {
    tamper("update entry set body = replace(body, 'PM', 'TPM') where sequence = 2");
  }

  @Test
  void aChangedEntryIsShownAsOneThatDoesNotHold() throws IOException {
    changeTheSecond();
    Run page = run("audit", "show", "2");
    assertThat(page.code()).isEqualTo(ExitCode.RECORD);
    assertThat(page.out())
        .startsWith("DOES NOT HOLD: " + CHANGED)
        .doesNotContain("As it was given", "holds: ");
    Run json = run("audit", "show", "2", "--json");
    assertThat(json.code()).isEqualTo(ExitCode.RECORD);
    assertThat(new JsonMapper().readTree(json.out()).path("broken"))
        .singleElement()
        .hasToString("\"" + CHANGED + "\"");
    assertThat(run("audit", "show", "REQ-1").code()).isEqualTo(ExitCode.RECORD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "why REQ-2",
        "what-if REQ-2",
        "audit review REQ-2 --accept --by A",
        "audit review 2 --override TPM --reason R --by A",
        "audit outcome REQ-2 --hired PM",
        "audit promote REQ-2 --as never.yaml"
      })
  void nobodyActsOnAChangedEntry(String command) {
    changeTheSecond();
    Run run = run((Object[]) command.split(" "));
    assertThat(run.code()).isEqualTo(ExitCode.RECORD);
    assertThat(run.err()).contains("entry 2 cannot be relied on: " + CHANGED).hasLineCount(1);
    assertThat(run.out()).isEmpty();
    assertThat(run("audit", "head").out()).startsWith("3 ");
    assertThat(Path.of("never.yaml")).doesNotExist();
  }

  @Test
  void aReviewThatWasAlteredMakesNoTest() {
    run("audit", "review", "REQ-1", "--override", "PM", "--reason", "R", "--by", "A");
    tamper(
        "update entry set body = replace(body, '\"PM\"', '\"PGM\"') where sequence = 4",
        "update register set outcome = 'PGM' where sequence = 4");
    Run promote = run("audit", "promote", "REQ-1", "--as", home.resolve("never.yaml"));
    assertThat(promote.code()).isEqualTo(ExitCode.RECORD);
    assertThat(promote.err()).contains("entry 4 cannot be relied on");
    assertThat(run("audit", "show", "REQ-1").out())
        .startsWith("DOES NOT HOLD: the body of entry 4");
    assertThat(home.resolve("never.yaml")).doesNotExist();
  }

  @Test
  void alteredRulesStopEveryDecisionThatRestsOnThem() {
    tamper("update ruleset_file set content = content || ' ' where name = 'scope.drl'");
    assertThat(run("audit", "show", "REQ-1").out()).startsWith("DOES NOT HOLD: the rules ");
    assertThat(run("why", "REQ-1").err()).contains("entry 1 cannot be relied on: the rules ");
    assertThat(export().err()).contains("the first is entry 1;");
  }

  @Test
  void aListNamesWhatDoesNotHold() {
    changeTheSecond();
    tamper("update register set outcome = 'TPM' where sequence = 3");
    Run list = run("audit", "list");
    assertThat(list.code()).isEqualTo(ExitCode.RECORD);
    assertThat(list.out())
        .startsWith("NOT ALL OF THIS HOLDS: entries 3, 2; `rolecall audit verify` says more\n");
    Run csv = run("audit", "list", "--csv");
    assertThat(csv.code()).isEqualTo(ExitCode.RECORD);
    assertThat(csv.out()).contains(",holds\n", ",true\n", ",false\n");
    assertThat(csv.err())
        .startsWith("Not all of this holds: 2 of these entries (`holds` is false)");
    assertThat(run("audit", "list", "--requisition", "REQ-1").code()).isZero();
  }

  @Test
  void anExportIsWrittenAndSaysWhatDoesNotHold() {
    changeTheSecond();
    Run export = export();
    assertThat(export.code()).isEqualTo(ExitCode.RECORD);
    assertThat(export.out()).startsWith("3 entries are in ");
    assertThat(export.err())
        .isEqualTo(
            "Not all of it holds: 1 of these entries, the first is entry 2; `rolecall audit verify` says"
                + " more.\n");
    assertThat(home.resolve("record.jsonl")).exists();
  }

  private Run export() {
    return run("audit", "export", "--out", home.resolve("record.jsonl"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"register", "entry", "head", "ruleset"})
  void aTableThatIsGoneIsNamedAsThat(String table) {
    tamper("pragma foreign_keys = off", "drop table " + table);
    Run verify = run("audit", "verify");
    assertThat(verify.code()).isEqualTo(ExitCode.RECORD);
    assertThat(verify.err()).contains("a table of the record is missing").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "why 1",
        "audit show 1",
        "audit review 1 --accept --by A",
        "audit outcome 1 --hired PM",
        "audit redact 1 --reason R --by A",
        "audit replay 1",
        "audit promote 1 --as never.yaml"
      })
  void aNumberThatMeansTwoThingsIsRefused(String command) {
    Run run = run((Object[]) command.split(" "));
    assertThat(run.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(run.err())
        .contains(
            "`1` is a requisition, whose newest decision is entry 3, and the number of an entry, a"
                + " decision of REQ-1; say `requisition:1` or `entry:1`")
        .hasLineCount(1);
    assertThat(run("audit", "head").out()).startsWith("3 ");
  }

  @Test
  void whichOfTheTwoIsMeantCanBeSaid() {
    assertThat(run("audit", "show", "entry:1").out()).startsWith("Entry 1 of the record");
    assertThat(run("audit", "show", "requisition:1").out()).startsWith("Entry 3 of the record");
    assertThat(run("audit", "review", "entry:1", "--accept", "--by", "A").out())
        .contains("for entry 1 (REQ-1)");
    assertThat(run("audit", "show", "entry:9").err()).contains("`entry:9`");
  }
}
