package dev.rolecall.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes words, or all but place and hash, out of entries, and names them in the content of the
 * removal: {@code "entries":[[17,17],[20,31]]}. Entries that say what was removed are never removed
 * themselves.
 */
final class Removals {

  private static final String ENTRIES = "entries";
  private static final String BETWEEN = " where sequence between ? and ?";
  private static final String REMOVAL = "kind in ('redaction', 'retention')";
  private static final String NO_REMOVAL =
      " and not exists (select 1 from register r where r.sequence = entry.sequence and r."
          + REMOVAL
          + ")";

  private Removals() {}

  static void write(List<Range> ranges, ObjectNode content) {
    ArrayNode entries = content.putArray(ENTRIES);
    ranges.forEach(r -> entries.addArray().add(r.first()).add(r.last()));
  }

  static List<Range> read(JsonNode content) {
    List<Range> ranges = new ArrayList<>();
    content
        .path(ENTRIES)
        .forEach(pair -> ranges.add(new Range(pair.path(0).asLong(), pair.path(1).asLong())));
    return ranges;
  }

  /** What a draft removes; all of it stands before it in the chain. */
  static void apply(Draft draft, long sequence, Connection connection) throws SQLException {
    boolean whole = draft.listing().kind() == Kind.RETENTION;
    for (Range range : draft.removed()) {
      if (range.last() >= sequence) {
        throw new IllegalArgumentException("entry " + range.last() + " is not there to be removed");
      }
      execute(
          "update entry set salt = null, words = null"
              + (whole ? ", body = null" : "")
              + BETWEEN
              + NO_REMOVAL,
          range,
          connection);
      if (whole) {
        execute("delete from register" + BETWEEN + " and not " + REMOVAL, range, connection);
      }
    }
  }

  private static void execute(String sql, Range range, Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, range.first());
      statement.setLong(2, range.last());
      statement.executeUpdate();
    }
  }
}
