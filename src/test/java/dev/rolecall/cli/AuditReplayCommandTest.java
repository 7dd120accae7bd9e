package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recorded decisions are decided again, and what is removed from the record is said. */
class AuditReplayCommandTest {

  @TempDir private static Path decided;
  @TempDir private Path folder;
  private Path home = decided;

  @BeforeAll
  static void decide() {
    List<String> options = List.of("--home", decided.toString(), "--actor", "ada");
    assertThat(Run.of(options, "decide", "examples/open-requisitions.csv").code()).isZero();
  }

  @BeforeEach
  void copy() throws IOException {
    home = Run.copy(decided, folder.resolve("home"));
  }

  private Run audit(Object... arguments) {
    List<Object> line = new ArrayList<>(List.of("audit"));
    line.addAll(List.of(arguments));
    return Run.of(List.of("--home", home.toString()), line.toArray());
  }

  private void tamper(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("record.db"));
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isPositive();
    }
  }

  @Test
  void everythingIsIdentical() {
    Run all = audit("replay", "--all");
    assertThat(all.out())
        .isEqualTo(
            "Replayed 42 decisions under 1 ruleset: 42 identical, 0 diverged, 0 cannot be"
                + " replayed.\n");
    assertThat(all.code()).isZero();
    assertThat(audit("replay", "REQ-1015", 3).out()).startsWith("Replayed 2 decisions under");
    assertThat(audit("replay", "--since", "2100-01-01").out()).startsWith("Replayed 0 decisions");
  }

  @Test
  void decisionsThatAreNotThereAreNamedAllAtOnce() {
    Run run = audit("replay", "REQ-1O15", 3, "REQ-1O03");
    assertThat(run.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(run.err()).contains("maybe `REQ-1015`?", "maybe `REQ-1003`?");
  }

  @Test
  void oneOfTheWaysToNameThemIsNeeded() {
    assertThat(audit("replay").code()).isEqualTo(ExitCode.USAGE);
    assertThat(audit("replay", "--all", "REQ-1015").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aChangedEntryIsDamage() throws SQLException {
    tamper("update entry set words = replace(words, 'e', 'a') where sequence = 3");
    Run run = audit("replay", "--all", "--json");
    assertThat(run.code()).isEqualTo(ExitCode.RECORD);
    assertThat(run.out())
        .contains("\"identical\": 41,", "\"reason\": \"damaged\"", "\"requisition\": \"REQ-1003\"");
  }

  @Test
  void redactedWordsAreSaidAndTheRestIsReplayed() {
    Run planned = redact("--dry-run", "REQ-1003", 7);
    assertThat(planned.out())
        .isEqualTo("This would remove the words of decision (2): entries 3, 7.\n");
    assertThat(audit("verify").out()).startsWith("42 entries");

    assertThat(redact("REQ-1003", 7).out())
        .startsWith("Removed the words of decision (2): entries 3, 7.\nEntry 43 says so");
    assertThat(redact("--requisition", "REQ-1003").out())
        .startsWith("There are no words to remove");
    assertThat(audit("verify").out()).startsWith("43 entries, and every one holds.");
    Run all = audit("replay", "--all");
    assertThat(all.code()).isZero();
    assertThat(all.out())
        .contains("40 identical, 0 diverged, 2 cannot be replayed.", "entry 3, REQ-1003, ")
        .contains(": its words were removed\n");
  }

  @Test
  void whoDecidedARedactionAndWhyHasToBeSaid() {
    assertThat(audit("redact", "REQ-1003", "--by", "Ada").code()).isEqualTo(ExitCode.USAGE);
    assertThat(audit("redact", "REQ-1003", "--by", "Ada", "--reason", " ").err())
        .isEqualTo("say why with --reason, and who decided it with --by\n");
    Run unknown = redact("--requisition", "REQ-1O03");
    assertThat(unknown.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(unknown.err()).contains("no entry about requisition", "maybe `REQ-1003`?");
  }

  @Test
  void entriesAreKeptFourYears() {
    Run none = audit("retain");
    assertThat(none.code()).isZero();
    assertThat(none.out()).startsWith("There is nothing to remove: no entry is from before 20");
    assertThat(audit("retain", "--keep", "4 years").err())
        .isEqualTo("`--keep 4 years`: years, months or days, as in `4y`, `18m` or `90d`\n");
  }

  private Run redact(Object... arguments) {
    List<Object> line = new ArrayList<>(List.of("redact"));
    line.addAll(List.of(arguments));
    line.addAll(List.of("--reason", "names a person", "--by", "Ada"));
    return audit(line.toArray());
  }
}
