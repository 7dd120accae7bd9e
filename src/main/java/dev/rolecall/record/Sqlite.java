package dev.rolecall.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A record in one file. */
final class Sqlite extends Store {

  /** Six decisions fit on a page; on the usual 4,096 bytes every second half would stay empty. */
  private static final int PAGE = 16_384;

  private final Path file;
  private final Path cache;
  private @Nullable SQLiteDataSource source;

  Sqlite(Path file, Path cache) {
    this.file = file;
    this.cache = cache;
  }

  private SQLiteDataSource over(String path) {
    SQLiteConfig config = new SQLiteConfig();
    config.setPageSize(PAGE);
    config.setBusyTimeout(PATIENCE);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    SQLiteDataSource over = new SQLiteDataSource(config);
    over.setUrl("jdbc:sqlite:" + path);
    return over;
  }

  @Override
  public String shown() {
    return file.toString().replace('\\', '/');
  }

  @Override
  public boolean exists() {
    return Files.exists(file);
  }

  @Override
  Connection connect() throws SQLException {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw trouble("its folder cannot be made");
    }
    NativeLibrary.keepIn(cache);
    return source().getConnection();
  }

  @Override
  void beginReading(Connection connection) throws SQLException {
    ((SQLiteConnection) connection)
        .getConnectionConfig()
        .setTransactionMode(SQLiteConfig.TransactionMode.DEFERRED);
    connection.setAutoCommit(false);
  }

  @Override
  void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma journal_mode = wal");
    }
  }

  /**
   * In an empty database of its own: a lock on the record would keep the maker of tables out too.
   */
  @Override
  Connection keepOthersOut() throws SQLException {
    Connection connection = over(file + "-making").getConnection();
    try {
      connection.setAutoCommit(false); // begins by locking
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Made by the thread that first needs it, since it reads the names of months before. */
  @Override
  synchronized DataSource source() {
    if (source == null) {
      source = over(isUnalterable() ? file.toUri() + "?immutable=1" : file.toString());
    }
    return source;
  }

  /**
   * Whether it is a copy in a place where nothing can be written, on a medium that is kept, say.
   * SQLite would want to write beside it; where a log of others stands beside it, it has to.
   */
  private boolean isUnalterable() {
    Path folder = file.toAbsolutePath().getParent();
    return folder != null
        && Files.exists(file)
        && !Files.isWritable(file)
        && !Files.isWritable(folder)
        && Files.notExists(folder.resolve(file.getFileName() + "-wal"));
  }

  /** A transaction begins by locking the whole file. */
  @Override
  String locking() {
    return "";
  }

  @Override
  void forget(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet busy = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
      if (busy.next() && busy.getBoolean(1)) {
        throw trouble(
            "what was to be removed is removed, and an entry says so; but another process reads the"
                + " record, and the bytes are gone from the disk only when it has ended");
      }
    }
  }

  @Override
  public String traces() {
    return "The bytes in the file of the record were written over; copies and backups of it still hold"
        + " them.";
  }

  @Override
  Map<String, String> types() {
    return Map.of("sequence", "integer", "bytes", "blob");
  }

  /** SQLite has no number of its own for it: the statement itself was wrong. */
  @Override
  boolean lacksTable(SQLException e) {
    return e instanceof SQLiteException sqlite
        && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_ERROR
        && String.valueOf(e.getMessage()).contains("no such table");
  }

  @Override
  String words(SQLException e) {
    if (!(e instanceof SQLiteException sqlite)) {
      return "the record cannot be used: " + e.getMessage();
    }
    // The low byte says what kind; the rest says more than helps.
    return switch (sqlite.getResultCode().code & 0xff) {
      case 5, 6 ->
          "another process has kept the record locked for "
              + PATIENCE / 1_000
              + " seconds; try again when it is done";
      case 8 -> "the record is read-only; make its file and its folder writable";
      case 10 -> "the record could not be read or written; is the disk in order?";
      case 11, 26 -> "this file is damaged, or is not a record; nothing was changed in it";
      case 13 -> "the disk is full; nothing was recorded. Make room and try again";
      case 14, 3, 23 -> "the record cannot be opened; may you read and write its folder?";
      default -> "the record cannot be used: " + e.getMessage();
    };
  }
}
