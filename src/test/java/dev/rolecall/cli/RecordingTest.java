package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Entry;
import dev.rolecall.record.Filter;
import dev.rolecall.record.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No recommendation leaves without its entry, unless it says so. */
class RecordingTest {

  private static final String EXAMPLE = "examples/requisition.yaml";

  @TempDir private Path folder;
  private Path home;
  private Path database;

  @BeforeEach
  void makeHome() throws IOException {
    Run.of("decide", "--no-record", EXAMPLE);
    home = Files.createDirectories(folder.resolve("home"));
    database = home.resolve("record.db");
    Run.copy(Run.HOME.resolve("cache"), home.resolve("cache"));
  }

  private Run run(Object... arguments) {
    return Run.of(List.of("--home", home.toString()), arguments);
  }

  private List<Entry> entries() {
    try (AuditRecord record = AuditRecord.openExisting(Store.in(home));
        Stream<Entry> entries = record.entries(Filter.all().oldestFirst())) {
      return entries.toList();
    }
  }

  /** Does what no Rolecall does. */
  private void tamper(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void nothingLeaves(String message) throws IOException {
    Path out = Files.writeString(folder.resolve("out.csv"), "old\n");
    for (Run run :
        List.of(run("decide", EXAMPLE), run("batch", "examples/requisition.yaml", "--out", out))) {
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.RECORD);
      assertThat(run.err()).contains(database + ": " + message).hasLineCount(1);
      assertThat(run.out()).isEmpty();
    }
    assertThat(out).hasContent("old\n");
    assertThat(folder.resolve("out.csv.part")).doesNotExist();
    assertThat(run("decide", "--no-record", EXAMPLE).code()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void theIdThatIsPrintedIsThatOfTheEntry() {
    Run text = run("decide", "--actor", "ada", EXAMPLE);
    Run json = run("decide", "--json", EXAMPLE);
    List<Entry> entries = entries();
    assertThat(entries).hasSize(2);
    assertThat(entries.get(0).listing().author().actor()).isEqualTo("ada");
    assertThat(text.out()).endsWith("Recorded as " + entries.get(0).listing().id() + ".\n");
    assertThat(json.out())
        .startsWith("{\"id\":\"" + entries.get(1).listing().id() + "\"")
        .contains("\"recorded\":true");
  }

  @Test
  void whatIsNotRecordedSaysSo() throws IOException {
    Path out = folder.resolve("out.jsonl");
    assertThat(run("decide", "--no-record", EXAMPLE).out())
        .endsWith("Not recorded (--no-record).\n");
    assertThat(run("decide", "--no-record", "--json", EXAMPLE).out())
        .contains("\"recorded\":false");
    assertThat(run("batch", "--no-record", EXAMPLE, "--out", out).out())
        .contains("Not recorded (--no-record).");
    assertThat(out).content().contains("\"recorded\":false");
    assertThat(run("decide", "--decision", "growth", "examples/growth.yaml").out())
        .endsWith("Not recorded (never kept: @record(none)).\n");
    assertThat(database).doesNotExist();
  }

  @Test
  void aFileThatIsNoRecordStopsIt() throws IOException {
    Files.writeString(database, "These are not the bytes of a database.\n".repeat(100));
    nothingLeaves("this file is damaged, or is not a record");
    assertThat(database).content().startsWith("These are not the bytes");
  }

  @Test
  void aRecordOfANewerRolecallStopsIt() throws Exception {
    run("decide", EXAMPLE);
    tamper("update rolecall_schema_history set version = '99' where version = '1'");
    nothingLeaves("this record was made by a newer Rolecall");
  }

  @Test
  void aRegisterThatCannotBeReadSaysSo() throws Exception {
    run("decide", EXAMPLE);
    tamper("update register set kind = 'foo'");
    Run run = run("audit", "list");
    assertThat(run.code()).isEqualTo(ExitCode.RECORD);
    assertThat(run.err())
        .contains(database + ": the register cannot be read; `rolecall audit verify` says where")
        .hasLineCount(1);
    assertThat(run("audit", "verify").out() + run("audit", "verify").err()).contains("`foo`");
  }

  @Test
  void aDatabaseWithoutARecordIsNotMadeOneByReading() throws Exception {
    tamper("create table flyway_schema_history (version text, success boolean)");
    tamper("insert into flyway_schema_history values ('1.1', true)");
    Run list = run("audit", "list");
    assertThat(list.code()).isEqualTo(ExitCode.RECORD);
    assertThat(list.err()).contains("there is no record here");
    assertThat(run("decide", EXAMPLE).code()).isZero();
    assertThat(entries()).hasSize(1);
  }

  @Test
  void aLockedRecordStopsIt() throws Exception {
    run("decide", EXAMPLE);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute("begin immediate");
      Run run = run("decide", EXAMPLE);
      assertThat(run.code()).isEqualTo(ExitCode.RECORD);
      assertThat(run.err())
          .contains("another process has kept the record locked for 10 seconds")
          .hasLineCount(1);
      assertThat(run.out()).isEmpty();
    }
    assertThat(entries()).hasSize(1);
  }

  @Test
  void aRecordThatMayNotBeWrittenStopsIt() throws IOException {
    run("decide", EXAMPLE);
    assertThat(database.toFile().setReadOnly()).isTrue();
    assumeFalse(Files.isWritable(database), "root may write everything");
    nothingLeaves("the record is read-only");
  }

  @Test
  void aDamagedLibraryInTheCacheIsNotLoaded() throws Exception {
    decideInAProcess();
    Path library;
    try (Stream<Path> cached = Files.walk(home.resolve("cache"))) {
      library = cached.filter(f -> f.toString().contains("sqlitejdbc")).findFirst().orElseThrow();
    }
    byte[] whole = Files.readAllBytes(library);
    Files.writeString(library, "not a library");
    decideInAProcess();
    assertThat(library).hasBinaryContent(whole);
  }

  private void decideInAProcess() throws Exception {
    Path said = folder.resolve("said");
    Process process =
        Run.process("decide", EXAMPLE, "--home", home)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(process.waitFor()).isZero();
    assertThat(said).content().contains("Recorded as ");
  }

  @Test
  void aDatabaseThatIsNotThereStopsIt() {
    Run run = run("decide", "--store", "jdbc:postgresql://localhost:1/none?user=x", EXAMPLE);
    assertThat(run.code()).isEqualTo(ExitCode.RECORD);
    assertThat(run.err()).contains("PostgreSQL cannot be reached").hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aStoreThatIsNoneIsNamed() {
    Run run = run("decide", "--store", "mysql://host", EXAMPLE);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("`mysql://host` is no store");
    assertThat(run("decide", "--store", "mysql://host/a.db", EXAMPLE).code())
        .isEqualTo(ExitCode.USAGE);
  }
}
