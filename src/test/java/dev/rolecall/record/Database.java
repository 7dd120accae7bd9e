package dev.rolecall.record;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that a record can be in. One PostgreSQL runs for all tests. */
public enum Database {
  SQLITE {
    @Override
    public Store fresh(Path folder) {
      return Store.in(folder);
    }
  },
  POSTGRES {
    @Override
    public Store fresh(Path folder) {
      String name = "record" + DATABASES.incrementAndGet();
      try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + name);
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
      return Rules.good(Store.at(Server.RUNNING.getJdbcUrl("postgres", name), folder));
    }
  };

  private static final AtomicInteger DATABASES = new AtomicInteger();

  /** A store with nothing in it. */
  public abstract Store fresh(Path folder);

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
