package dev.rolecall.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * An entry in one line, with what people said of it later.
 *
 * @param holds whether the entry says of itself what the register says of it; nothing is said of
 *     its place in the chain
 * @param reviewed the outcome by its newest review: its own where that accepted it; null where
 *     there is none
 * @param hired who was hired for its requisition in the end, where it is a decision; null where
 *     nobody said
 */
public record Listed(
    Listing listing, boolean holds, @Nullable String reviewed, @Nullable String hired) {

  /** Of a register named {@code r}, to go on with a filter. */
  static final String QUERY =
      "select "
          + Entry.COLUMNS
          + """
          , (select v.outcome from register v where v.subject = r.id and v.kind = 'review'
             order by v.sequence desc limit 1)
          , (select o.outcome from register o where o.requisition = r.requisition
             and o.decision = r.decision and o.kind = 'outcome' and r.kind = 'decision'
             order by o.sequence desc limit 1)
          from register r left join entry e on e.sequence = r.sequence""";

  static Listed of(ResultSet row) throws SQLException {
    boolean there = row.getString(Columns.COUNT + 1) != null;
    int next = Columns.COUNT + Entry.MORE;
    return new Listed(
        Columns.get(row),
        there && Entry.of(row).holds(),
        row.getString(next + 1),
        row.getString(next + 2));
  }

  /** Whether a person decided otherwise. */
  public boolean overridden() {
    return reviewed != null && !reviewed.equals(listing.about().outcome());
  }
}
