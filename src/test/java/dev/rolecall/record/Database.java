package dev.rolecall.record;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that a record can be in. One PostgreSQL runs for all tests. */
public enum Database {
  SQLITE {
    @Override
    public List<String> options(Path folder) {
      return List.of("--home", folder.toString());
    }

    @Override
    String bytes(Store store, Path folder) {
      return read(
          folder.resolve("record.db"),
          folder.resolve("record.db-wal"),
          folder.resolve("record.db-shm"));
    }
  },
  POSTGRES {
    @Override
    public List<String> options(Path folder) {
      String name = "record" + DATABASES.incrementAndGet();
      try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + name);
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
      return List.of(
          "--home", folder.toString(), "--store", Server.RUNNING.getJdbcUrl("postgres", name));
    }

    @Override
    String bytes(Store store, Path folder) {
      tamper(store, "checkpoint");
      try (Connection connection = store.source().getConnection();
          Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "select current_setting('data_directory'), pg_relation_filepath('entry'),"
                      + " pg_relation_filepath('register')")) {
        row.next();
        Path data = Path.of(row.getString(1));
        return read(data.resolve(row.getString(2)), data.resolve(row.getString(3)));
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    }
  };

  private static final AtomicInteger DATABASES = new AtomicInteger();

  /** How a command is told of a store with nothing in it. */
  public abstract List<String> options(Path folder);

  /** The store that these options name. */
  static Store named(List<String> options) {
    String url = options.size() > 2 ? options.get(3) : null;
    return Rules.good(Store.at(url, Path.of(options.get(1))));
  }

  /** A store with nothing in it. */
  public Store fresh(Path folder) {
    return named(options(folder));
  }

  /** All that stands on the disk of it. */
  abstract String bytes(Store store, Path folder);

  private static String read(Path... files) {
    StringBuilder all = new StringBuilder();
    try {
      for (Path file : files) {
        if (Files.exists(file)) {
          all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString();
  }

  /** Does what no Rolecall does. */
  static void tamper(Store store, String... statements) {
    try (Connection connection = store.source().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
