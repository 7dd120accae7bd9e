package dev.rolecall.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;

/** What the entries of a record say was removed. */
final class Removed {

  private static final String REMOVALS =
      "select e.sequence, r.kind, e.body from register r join entry e on e.sequence = r.sequence"
          + " where r.kind in ('redaction', 'retention') and e.body is not null";

  private final BitSet redacted = new BitSet();
  private final BitSet emptied = new BitSet();

  private Removed() {}

  static Removed of(Connection connection) throws SQLException {
    Removed removed = new Removed();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(REMOVALS)) {
      while (row.next()) {
        boolean whole = Kind.RETENTION.word().equals(row.getString(2));
        (whole ? removed.emptied : removed.redacted)
            .or(named(row.getString(3), (int) row.getLong(1)));
      }
    }
    return removed;
  }

  /** The entries before this one that it names; none where somebody else wrote it. */
  private static BitSet named(String body, int sequence) {
    BitSet named = new BitSet();
    try {
      for (Range range : Removals.read(Entry.tree(body).path("content"))) {
        named.set(
            (int) Math.min(range.first(), sequence), (int) Math.min(range.last() + 1, sequence));
      }
    } catch (JsonProcessingException | IllegalArgumentException e) {
      named.clear(); // its own link of the chain will not hold
    }
    return named;
  }

  /** Whether the words are gone. */
  boolean isRedacted(long sequence) {
    return redacted.get((int) sequence);
  }

  /** Whether all but place and hash is gone. */
  boolean isEmptied(long sequence) {
    return emptied.get((int) sequence);
  }
}
