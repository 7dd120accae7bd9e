package dev.rolecall.record;

import dev.rolecall.ruleset.Sha256;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Appends to the chain, all of a group or nothing. */
final class Chain {

  private static final String ENTRY =
      "insert into entry (sequence, hash, body, salt, words) values (?, ?, ?, ?, ?)";

  private final Store store;
  private final Connection connection;
  private final Archive archive;

  Chain(Store store, Connection connection) {
    this.store = store;
    this.connection = connection;
    this.archive = new Archive(connection);
  }

  /**
   * Committed when it returns; where it throws, nothing of the group is there, unless {@link
   * Store#forget} throws.
   */
  Head append(List<Draft> drafts) throws SQLException {
    Head head;
    try {
      connection.setAutoCommit(false);
      head = head(store.locking());
      archive.add(drafts);
      head = insert(drafts, head);
      move(head);
      // Commits as well; `commit` would make SQLite wait for the lock of a next transaction.
      connection.setAutoCommit(true);
    } catch (SQLException | RuntimeException e) {
      rollBack(e);
      throw e;
    }
    archive.committed();
    if (drafts.stream().anyMatch(d -> !d.removed().isEmpty())) {
      store.forget(connection);
    }
    return head;
  }

  /** A database that is full, or gone, has rolled back by itself and says that it cannot. */
  private void rollBack(Exception cause) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("rollback");
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
    try {
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  Head head(String locking) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet head = statement.executeQuery("select sequence, hash from head" + locking)) {
      return head.next() ? new Head(head.getLong(1), head.getString(2)) : Head.NONE;
    }
  }

  private Head insert(List<Draft> drafts, Head before) throws SQLException {
    Head head = before;
    try (PreparedStatement entry = connection.prepareStatement(ENTRY);
        PreparedStatement register = connection.prepareStatement(Columns.INSERT)) {
      for (Draft draft : drafts) {
        String body = Body.in(head, draft.tail());
        head = new Head(head.sequence() + 1, Sha256.of(body));
        entry(head, body, draft.sealed(), entry);
        Columns.set(draft.listing().in(head), register);
        register.addBatch();
        if (!draft.removed().isEmpty()) {
          entry.executeBatch();
          register.executeBatch();
          Removals.apply(draft, head.sequence(), connection);
        }
      }
      entry.executeBatch();
      register.executeBatch();
    }
    return head;
  }

  private static void entry(
      Head head, String body, @Nullable Sealed sealed, PreparedStatement entry)
      throws SQLException {
    entry.setLong(1, head.sequence());
    entry.setString(2, head.hash());
    entry.setString(3, body);
    entry.setString(4, sealed == null ? null : sealed.salt());
    entry.setString(5, sealed == null ? null : sealed.words());
    entry.addBatch();
  }

  private void move(Head head) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update head set sequence = ?, hash = ?")) {
      update.setLong(1, head.sequence());
      update.setString(2, head.hash());
      update.executeUpdate();
    }
  }
}
