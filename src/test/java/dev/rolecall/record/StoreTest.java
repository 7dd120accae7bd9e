package dev.rolecall.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rolecall.problem.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an address may hold, and what of it is said. */
class StoreTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://u:s3cret@host/db",
        "postgresql://u:s3cret@s3cret/s3cret@host/db",
        "u:s3cret@host/db",
        "postgresql://host/db?user=u&password=s3cret@s3cret",
        "jdbc:postgresql://u:s3cret@s3cret@host:port/db?password=s3cret"
      })
  void noMessageShowsAPassword(String url) {
    Result<Store> refused = Store.at(url, folder);
    assertThat(refused).isInstanceOf(Result.Refused.class);
    assertThat(refused.toString()).contains("host").doesNotContain("s3cret");
  }

  @Test
  void optionsOfTheAddressStay() throws Exception {
    String url = Database.POSTGRES.options(folder).get(3);
    String more = (url.contains("?") ? "&" : "?") + "options=-c%20statement_timeout=4321";
    Store store = Rules.good(Store.at(url + more, folder));
    try (Connection connection = store.source().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select current_setting('statement_timeout'), current_setting('lock_timeout')")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("4321ms");
      assertThat(row.getString(2)).isEqualTo("10s");
    }
  }

  @ParameterizedTest
  @EnumSource
  void readingMakesNoRecordAndTablesOfOthersAreLeftAlone(Database database) {
    Store store = database.fresh(folder);
    Database.tamper(
        store,
        "create table flyway_schema_history (version text, success boolean, installed_rank int)",
        "insert into flyway_schema_history values ('1', true, 1)");
    assertThatThrownBy(() -> AuditRecord.openExisting(store))
        .isInstanceOf(RecordTrouble.class)
        .hasMessageStartingWith("there is no record here");
    AuditRecord.open(store).close();
    try (AuditRecord record = AuditRecord.openExisting(store)) {
      assertThat(record.head()).isEqualTo(Head.NONE);
    }
  }

  @Test
  void aCopyMayHaveAnyName() throws IOException {
    Path copy = Files.write(folder.resolve("record.db.2026-03"), new byte[0]);
    assertThat(Store.at(copy.toString(), folder)).isInstanceOf(Result.Ok.class);
    assertThat(Store.at(folder.resolve("new.db").toString(), folder)).isInstanceOf(Result.Ok.class);
    assertThat(Store.at(folder.resolve("new.sqlite").toString(), folder))
        .isInstanceOf(Result.Refused.class);
  }

  @Test
  void whatIsNearlyAStoreIsToldTheNearest() throws IOException {
    AuditRecord.open(Store.in(folder)).close();
    assertThat(Store.at(folder.toString(), folder).toString())
        .contains("is no store", "; maybe `" + folder.resolve("record.db") + "`?");
    assertThat(Store.at("postgres://u:s3cret@host/db", folder).toString())
        .contains("; maybe `jdbc:postgresql://host/db`?");
    assertThat(Store.at("jdbc:sqlite:copy.db", folder)).isInstanceOf(Result.Refused.class);
  }

  @Test
  void aCopyThatNothingCanBeWrittenBesideIsRead() throws IOException {
    Path place = Files.createDirectory(folder.resolve("kept on a 50% medium?"));
    Store store = Store.in(place);
    try (AuditRecord record = AuditRecord.open(store)) {
      record.append(List.of(Rules.drafts(1, 3)));
    }
    assumeTrue(
        place.resolve("record.db").toFile().setWritable(false)
            && place.toFile().setWritable(false)
            && !Files.isWritable(place),
        "this user may write everywhere");
    try (AuditRecord copy = AuditRecord.openExisting(Store.in(place))) {
      assertThat(copy.verify(null)).isEqualTo(new Verification.Holds(copy.head()));
      assertThatThrownBy(() -> copy.append(List.of(Rules.draft(4))))
          .isInstanceOf(RecordTrouble.class)
          .hasMessageStartingWith("the record is read-only");
      assertThat(copy.head().sequence()).isEqualTo(3);
    } finally {
      assertThat(place.toFile().setWritable(true)).isTrue();
    }
    assertThat(place.toFile().list()).noneMatch(name -> name.endsWith("-wal"));
  }
}
