package dev.rolecall.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the entries of a record say was removed, and whether others are so. */
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

  /** Whether a later entry says that its words are gone; of a removal none can say so. */
  boolean takesWords(Listing entry) {
    return redacted.get((int) entry.sequence()) && !Draft.removes(entry.kind());
  }

  /**
   * What is gone, and no later entry says so; or is there, though one does.
   *
   * @param header of the body; null where that is gone
   */
  Optional<Fault> unsaid(Stored entry, Body.@Nullable Header header) {
    long sequence = entry.sequence();
    boolean taken = emptied.get((int) sequence);
    if (header == null) {
      return taken
          ? Optional.empty()
          : fault(sequence, "the body of entry %d is gone, and no later entry says so");
    }
    boolean silenced = takesWords(header.listing());
    if (entry.words() != null && silenced) {
      return fault(
          sequence, "the words of entry %d are there, though a later one says they were removed");
    }
    if (entry.words() == null && header.seal() != null && !silenced) {
      return fault(sequence, "the words of entry %d are gone, and no later entry says so");
    }
    return taken && !Draft.removes(header.listing().kind())
        ? fault(sequence, "entry %d is whole, though a later one says it was removed")
        : Optional.empty();
  }

  private static Optional<Fault> fault(long sequence, String words) {
    return Optional.of(new Fault(sequence, words.formatted(sequence)));
  }
}
