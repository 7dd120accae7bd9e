package dev.rolecall.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables of a record: made or brought up to date when it is opened. */
final class Schema {

  /** The highest of the migrations. */
  static final int CURRENT = 1;

  private static final int NONE = 0;

  private Schema() {}

  /** One query where nothing is to be done: starting Flyway takes longer than deciding. */
  static void bringUpToDate(Store store, Connection connection) throws SQLException {
    int found = version(connection);
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

  private static void migrate(Store store, Connection connection) throws SQLException {
    try {
      store.prepare(connection);
      Flyway.configure()
          .dataSource(store.source())
          .placeholders(store.types())
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    } catch (FlywayException e) {
      // Another process may have made them at the same time.
      if (version(connection) < CURRENT) {
        throw e.getCause() instanceof SQLException cause
            ? store.trouble(cause)
            : new RecordTrouble(store.shown(), "the tables of the record cannot be made", e);
      }
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet last =
            statement.executeQuery(
                "select version from flyway_schema_history where success order by installed_rank"
                    + " desc limit 1")) {
      return last.next() ? Integer.parseInt(last.getString(1)) : NONE;
    } catch (SQLException e) {
      return NONE; // there is no such table
    }
  }
}
