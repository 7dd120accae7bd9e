package dev.rolecall.record;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where a record is kept, and what differs between the databases that can keep it. */
public abstract sealed class Store permits Sqlite, Postgres {

  private static final String LACKING =
      "a table of the record is missing, so somebody changed the database; nothing was changed in it"
          + " now. Put back a copy, and hold it against a head that was kept elsewhere: `rolecall"
          + " audit verify --head`";

  private static final String FILE = ".db";

  /** What every file of SQLite begins with. */
  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  /** Two letters at least: a letter and a colon is a drive. */
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:");

  private static final String CACHE = "cache";

  /** How long an append waits for others, in milliseconds. */
  static final int PATIENCE = 10_000;

  /** In a home folder, as one file. */
  public static Store in(Path home) {
    return new Sqlite(home.resolve("record" + FILE), home.resolve(CACHE));
  }

  /**
   * Where {@code --store} says.
   *
   * @param named {@code jdbc:postgresql://…}, or a file, such as a copy of a record; null for the
   *     file in the home folder
   */
  public static Result<Store> at(@Nullable String named, Path home) {
    if (named == null) {
      return Result.ok(in(home));
    }
    if (named.startsWith(Postgres.SCHEME)) {
      return Postgres.at(named);
    }
    return isFile(named)
        ? Result.ok(new Sqlite(Path.of(named), home.resolve(CACHE)))
        : Result.refused(
            Place.of(""),
            "`"
                + withoutSecrets(named)
                + "` is no store; a record is in PostgreSQL (`"
                + Postgres.SCHEME
                + "//host/database`), in a file (`copy"
                + FILE
                + "`), or in the home folder where no store is named"
                + maybe(named));
  }

  /** One that is there may have any name; one that is to be made has the usual one. */
  private static boolean isFile(String named) {
    try {
      return Files.isRegularFile(Path.of(named))
          || (named.endsWith(FILE)
              && !ADDRESS.matcher(named).lookingAt()
              && !Files.isDirectory(Path.of(named)));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static String maybe(String named) {
    if (named.matches("postgres(ql)?:.*")) {
      String address = withoutSecrets(named).replaceFirst("^[a-z]+:", Postgres.SCHEME);
      return "; maybe `" + address + "`?";
    }
    try {
      Path within = Path.of(named).resolve("record" + FILE);
      return Files.isRegularFile(within) ? "; maybe `" + within + "`?" : "";
    } catch (InvalidPathException e) {
      return "";
    }
  }

  /** Whether this file is a database, which must not be written over. */
  public static boolean isDatabase(Path file) {
    byte[] start = new byte[SQLITE.length];
    try (InputStream content = Files.newInputStream(file)) {
      return content.readNBytes(start, 0, start.length) == start.length
          && Arrays.equals(start, SQLITE);
    } catch (IOException e) {
      return false;
    }
  }

  /** An address without what may be a password in it, whether or not it is one of a store. */
  static String withoutSecrets(String url) {
    return url.replaceFirst("(?s)\\?.*", "").replaceFirst("(?s)^([^/@]*//)?.*@", "$1");
  }

  /** As messages name it; never with a password. */
  public abstract String shown();

  /** Whether there is something that could be a record. */
  public abstract boolean exists();

  /** A connection to append with; makes what is not there. */
  Connection connect() throws SQLException {
    return source().getConnection();
  }

  /** What is needed once, before the tables are made. */
  void prepare(Connection connection) throws SQLException {}

  /**
   * A transaction that no other process gets at the same time; to be had before the tables are made
   * or changed. It ends with the connection.
   */
  abstract Connection keepOthersOut() throws SQLException;

  abstract DataSource source();

  /** Opens a transaction that sees one state of the record and keeps nobody from appending. */
  void beginReading(Connection connection) throws SQLException {
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
  }

  /** Behind the query for the head, so that everybody else waits. */
  abstract String locking();

  /** After words were removed: leaves no trace of them where the database would keep one. */
  abstract void forget(Connection connection) throws SQLException;

  /** Where something that was removed can still be found, as a sentence. */
  public abstract String traces();

  /** What differs in the schema. */
  abstract Map<String, String> types();

  /** Whether a query failed because its table is not there. */
  abstract boolean lacksTable(SQLException e);

  /** What went wrong, in words; where it is known, what helps. */
  abstract String words(SQLException e);

  RecordTrouble trouble(SQLException e) {
    return new RecordTrouble(shown(), lacksTable(e) ? LACKING : words(e), e);
  }

  RecordTrouble trouble(String message) {
    return new RecordTrouble(shown(), message);
  }

  RecordTrouble trouble(String message, Throwable cause) {
    return new RecordTrouble(shown(), message, cause);
  }
}
