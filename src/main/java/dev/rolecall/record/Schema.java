package dev.rolecall.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** The tables of a record: made or brought up to date when it is opened. */
final class Schema {

  /** The highest of the migrations. */
  static final int CURRENT = 1;

  private static final int NONE = 0;

  /** A name of its own: other applications in the database may use Flyway as well. */
  private static final String HISTORY = "rolecall_schema_history";

  private static final Pattern MAJOR = Pattern.compile("\\d{1,9}");

  private Schema() {}

  /** One query where nothing is to be done: starting Flyway takes longer than deciding. */
  static void bringUpToDate(Store store, Connection connection) throws SQLException {
    int found = version(store, connection);
    if (found < CURRENT) {
      migrate(store, connection);
    } else if (found > CURRENT) {
      throw store.trouble(
          "this record was made by a newer Rolecall (its tables have version "
              + found
              + ", this one knows "
              + CURRENT
              + "); use that one");
    }
  }

  /** Whether there are tables of a record, of whatever version. */
  static boolean isThere(Store store, Connection connection) throws SQLException {
    return version(store, connection) > NONE;
  }

  /** One process at a time: what Flyway does against others is not enough. */
  @SuppressWarnings("try") // the lock only has to be there
  private static void migrate(Store store, Connection connection) throws SQLException {
    try (Connection alone = store.keepOthersOut()) {
      if (version(store, connection) < CURRENT) {
        store.prepare(connection);
        migrate(store);
      }
    }
  }

  private static void migrate(Store store) {
    try {
      Flyway.configure()
          .dataSource(store.source())
          .table(HISTORY)
          .placeholders(store.types())
          // Tables of others may stand beside those of the record.
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw e.getCause() instanceof SQLException cause
          ? store.trouble(cause)
          : store.trouble("the tables of the record cannot be made", e);
    }
  }

  private static int version(Store store, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet last =
            statement.executeQuery(
                "select version from "
                    + HISTORY
                    + " where success and version is not null order by installed_rank desc"
                    + " limit 1")) {
      return last.next() ? major(last.getString(1)) : NONE;
    } catch (SQLException e) {
      if (store.lacksTable(e)) {
        return NONE;
      }
      throw e;
    }
  }

  /** The first number of a version: a newer Rolecall may count finer. */
  private static int major(@Nullable String version) {
    Matcher major = MAJOR.matcher(version == null ? "" : version);
    return major.lookingAt() ? Integer.parseInt(major.group()) : NONE;
  }
}
