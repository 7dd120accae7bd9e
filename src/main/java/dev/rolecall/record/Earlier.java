package dev.rolecall.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The newest decisions of requisitions, looked up for many of them at once. Safe for any number of
 * threads; each look is a transaction of its own, so that nobody who appends is kept waiting.
 */
public final class Earlier implements AutoCloseable {

  private static final String QUERY =
      "with wanted(requisition) as (values %s) select "
          + Entry.COLUMNS
          + """
           from wanted
          join register r on r.sequence =
              (select m.sequence from register m
               where m.requisition = wanted.requisition and m.sequence > ? and m.sequence <= ?
               and m.kind = 'decision' and m.decision = ?%s
               order by m.sequence desc limit 1)
          join entry e on e.sequence = r.sequence""";

  private final Store store;
  private final Connection connection;
  private final String decision;

  /**
   * @param decision its name, {@code hiring}
   */
  Earlier(Store store, String decision) {
    this.store = store;
    this.decision = decision;
    try {
      this.connection = store.source().getConnection();
    } catch (SQLException e) {
      throw store.trouble(e);
    }
  }

  /** Of those that have one up to this place of the chain. */
  public Map<String, EarlierDecision> upTo(long sequence, Collection<String> requisitions) {
    return found(requisitions, 0, sequence, null);
  }

  /** Of those that have one in a batch. */
  public Map<String, EarlierDecision> in(EndedBatch batch, Collection<String> requisitions) {
    return found(requisitions, batch.first(), batch.last(), batch.id());
  }

  private synchronized Map<String, EarlierDecision> found(
      Collection<String> requisitions, long after, long upTo, @Nullable UUID batch) {
    Map<String, EarlierDecision> found = new HashMap<>();
    if (requisitions.isEmpty()) {
      return found;
    }
    String wanted =
        String.join(", ", Collections.nCopies(requisitions.size(), "(cast(? as text))"));
    List<Object> values = new ArrayList<>(requisitions);
    values.addAll(List.of(after, upTo, decision));
    if (batch != null) {
      values.add(batch.toString());
    }
    String sql = QUERY.formatted(wanted, batch == null ? "" : " and m.batch = ?");
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        query.setObject(i + 1, values.get(i));
      }
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          Entry entry = Entry.of(rows);
          found.put(
              String.valueOf(entry.listing().about().requisition()), new EarlierDecision(entry));
        }
      }
    } catch (SQLException e) {
      throw store.trouble(e);
    } catch (IllegalArgumentException e) {
      throw store.trouble("the register cannot be read; `rolecall audit verify` says where", e);
    }
    return found;
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
