package dev.rolecall.record;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A record that several instances share. */
final class Postgres extends Store {

  static final String SCHEME = "jdbc:postgresql:";

  private static final int SECONDS_TO_CONNECT = 10;

  /** The number of a lock, any that others do not use. */
  private static final long MAKING_TABLES = 0x526f6c6563616c6cL;

  private final PGSimpleDataSource source;
  private final String shown;

  private Postgres(PGSimpleDataSource source, String shown) {
    this.source = source;
    this.shown = shown;
  }

  static Result<Store> at(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    String shown = withoutSecrets(url);
    try {
      source.setUrl(url);
    } catch (IllegalArgumentException e) {
      return Result.refused(
          Place.of(""), "`" + shown + "` is not the address of a PostgreSQL database");
    }
    source.setConnectTimeout(SECONDS_TO_CONNECT);
    source.setReWriteBatchedInserts(true);
    source.setApplicationName("rolecall");
    String options = Objects.requireNonNullElse(source.getOptions(), "");
    source.setOptions(
        (options + " -c lock_timeout=" + PATIENCE + " -c synchronous_commit=on").strip());
    return Result.ok(new Postgres(source, shown));
  }

  @Override
  public String shown() {
    return shown;
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  Connection keepOthersOut() throws SQLException {
    Connection connection = source.getConnection();
    try (Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select pg_advisory_xact_lock(" + MAKING_TABLES + ")");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  DataSource source() {
    return source;
  }

  @Override
  String locking() {
    return " for update";
  }

  /** Only its administrator can: {@link #traces}. */
  @Override
  void forget(Connection connection) {}

  @Override
  public String traces() {
    return "PostgreSQL keeps the bytes in its files until `vacuum full entry, register` is run there; its"
        + " archived log and backups of it still hold them.";
  }

  @Override
  Map<String, String> types() {
    return Map.of("sequence", "bigint", "bytes", "bytea");
  }

  @Override
  boolean lacksTable(SQLException e) {
    return "42P01".equals(e.getSQLState());
  }

  @Override
  String words(SQLException e) {
    String state = Objects.requireNonNullElse(e.getSQLState(), "");
    if (state.startsWith("08") || state.startsWith("57P")) {
      return "PostgreSQL cannot be reached; is it running, and is the address right?";
    }
    if (state.startsWith("28")) {
      return "PostgreSQL does not let this user in: name `user` and `password` in the address";
    }
    return switch (state) {
      case "3D000" -> "PostgreSQL has no such database; make it first";
      case "25006" -> "the database is read-only";
      case "42501" -> "this user may not use the tables of the record";
      case "53100" -> "the disk of the database is full; nothing was recorded";
      case "55P03" ->
          "another process has kept the record locked for "
              + PATIENCE / 1_000
              + " seconds; try again when it is done";
      default -> "the record cannot be used: " + e.getMessage();
    };
  }
}
