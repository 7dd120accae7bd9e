package dev.rolecall.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The rows of a query one after another, on a connection of their own; memory holds a few. */
final class Rows<T> extends Spliterators.AbstractSpliterator<T> implements AutoCloseable {

  private static final int FETCHED = 500;

  /** Reads the row that a result stands on. */
  interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final Store store;
  private final Connection connection;
  private final ResultSet rows;
  private final Reading<T> reading;

  private Rows(Store store, String sql, List<?> values, Reading<T> reading) throws SQLException {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.store = store;
    this.reading = reading;
    this.connection = store.source().getConnection();
    try {
      rows = query(sql, values);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private ResultSet query(String sql, List<?> values) throws SQLException {
    store.beginReading(connection);
    PreparedStatement query = connection.prepareStatement(sql);
    query.setFetchSize(FETCHED);
    for (int i = 0; i < values.size(); i++) {
      query.setObject(i + 1, values.get(i));
    }
    return query.executeQuery();
  }

  /** To be closed. */
  static <T> Stream<T> of(Store store, String sql, List<?> values, Reading<T> reading) {
    try {
      Rows<T> rows = new Rows<>(store, sql, values, reading);
      return StreamSupport.stream(rows, false).onClose(rows::close);
    } catch (SQLException e) {
      throw store.trouble(e);
    }
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    T row;
    try {
      if (!rows.next()) {
        return false;
      }
      row = reading.read(rows);
    } catch (SQLException e) {
      throw store.trouble(e);
    } catch (IllegalArgumentException e) {
      throw store.trouble("the register cannot be read; `rolecall audit verify` says where", e);
    }
    action.accept(row);
    return true;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw store.trouble(e);
    }
  }
}
