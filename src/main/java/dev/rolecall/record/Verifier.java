package dev.rolecall.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record from its first entry to its last, in one view of it. What an entry says of itself
 * and the link to the one before end the reading where they do not hold. Whether what is gone was
 * removed by a later entry is asked when the end of the chain is known: where the later entry was
 * cut off, the cut is what is wrong. Memory holds a few entries, and a bit for each that was
 * removed.
 */
final class Verifier {

  private static final int FETCHED = 500;

  private static final String CHAIN =
      "select "
          + Columns.ALL
          + ", "
          + Stored.COLUMNS
          + " from entry e left join register r on r.sequence = e.sequence"
          + " where e.sequence between ? and ? order by e.sequence";
  private static final String ASTRAY =
      "select min(sequence) from register where sequence not in (select sequence from entry)";

  private final Store store;
  private final @Nullable Head known;
  private final LongConsumer progress;
  private final Resting resting = new Resting();
  private Head last = Head.NONE;

  /** The first entry that is not as the removals say. */
  private @Nullable Fault unsaid;

  Verifier(Store store, @Nullable Head known, LongConsumer progress) {
    this.store = store;
    this.known = known;
    this.progress = progress;
  }

  private interface Check {
    void run(Connection connection) throws SQLException, Fault;
  }

  Verification verify() {
    return verify(
        connection -> {
          links(1, Long.MAX_VALUE, connection);
          isNotCut();
          isHead(connection);
          isSaid();
          isListed(connection);
          resting.isIn(new Archive(connection));
        });
  }

  /** One entry, from its link to the one before to that of the next, or to the end. */
  Verification verify(long sequence) {
    return verify(
        connection -> {
          last = before(sequence, connection);
          links(sequence, sequence + 1, connection);
          if (last.sequence() <= sequence) {
            isHead(connection);
          }
          isSaid();
          resting.isIn(new Archive(connection));
        });
  }

  private Verification verify(Check check) {
    try (Connection connection = store.source().getConnection()) {
      store.beginReading(connection);
      check.run(connection);
      return new Verification.Holds(last);
    } catch (Fault fault) {
      return fault.broken();
    } catch (SQLException e) {
      throw store.trouble(e);
    }
  }

  private static Head before(long sequence, Connection connection) throws SQLException, Fault {
    if (sequence == 1) {
      return Head.NONE;
    }
    try (PreparedStatement query =
        connection.prepareStatement("select sequence, hash from entry where sequence = ?")) {
      query.setLong(1, sequence - 1);
      try (ResultSet row = query.executeQuery()) {
        if (row.next()) {
          return new Head(row.getLong(1), row.getString(2));
        }
        throw missing(sequence - 1, sequence);
      }
    }
  }

  private static Fault missing(long sequence, long next) {
    return new Fault(
        sequence, "entry " + sequence + " is missing: the next one that is there is " + next);
  }

  private void links(long first, long to, Connection connection) throws SQLException, Fault {
    Removed removed = Removed.of(connection);
    try (PreparedStatement query = connection.prepareStatement(CHAIN)) {
      query.setFetchSize(FETCHED);
      query.setLong(1, first);
      query.setLong(2, to);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          link(Stored.of(row), row, removed);
          progress.accept(last.sequence());
        }
      }
    }
  }

  private void link(Stored entry, ResultSet row, Removed removed) throws SQLException, Fault {
    if (entry.sequence() != last.sequence() + 1) {
      throw missing(last.sequence() + 1, entry.sequence());
    }
    String body = entry.body();
    Body.Header header = body == null ? null : entry.header(body);
    if (body != null && header != null) {
      follows(header);
      entry.isRegistered(header.listing(), row);
      if (!removed.takesWords(header.listing())) {
        entry.isSealed(header.seal());
      }
      resting.add(new Entry(header.listing(), body, entry.hash(), null, null));
    }
    if (unsaid == null) {
      unsaid = removed.unsaid(entry, header).orElse(null);
    }
    last = new Head(entry.sequence(), entry.hash());
    isKnown();
  }

  private void follows(Body.Header header) throws Fault {
    long sequence = header.listing().sequence();
    if (!header.previous().equals(last.hash())) {
      throw new Fault(
          sequence,
          sequence == 1
              ? "entry 1 names one before it: the beginning was cut off"
              : "the chain breaks between entries "
                  + last.sequence()
                  + " and "
                  + sequence
                  + ": one of them was changed, put in or exchanged together with its hash");
    }
  }

  private void isKnown() throws Fault {
    if (known != null && known.sequence() == last.sequence() && !known.equals(last)) {
      throw new Fault(
          last.sequence(),
          "entry "
              + last.sequence()
              + " is not the one of the given head: its hash is "
              + last.hash());
    }
  }

  private void isNotCut() throws Fault {
    if (known != null && known.sequence() > last.sequence()) {
      throw new Fault(
          last.sequence() + 1,
          "entry "
              + known.sequence()
              + " of the given head is not there: the record ends with entry "
              + last.sequence()
              + ", so what stood behind it was cut off");
    }
  }

  private void isHead(Connection connection) throws SQLException, Fault {
    Head head = new Chain(store, connection).head("");
    if (!head.equals(last)) {
      throw new Fault(
          Math.min(head.sequence(), last.sequence() + 1),
          "the record says that it ends with entry "
              + head.sequence()
              + ", and its last entry is "
              + last.sequence()
              + (head.sequence() == last.sequence() ? " with another hash" : ""));
    }
  }

  private void isSaid() throws Fault {
    if (unsaid != null) {
      throw unsaid;
    }
  }

  private static void isListed(Connection connection) throws SQLException, Fault {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(ASTRAY)) {
      if (row.next() && row.getObject(1) != null) {
        throw new Fault(
            row.getLong(1), "the register lists entry " + row.getLong(1) + ", which is not there");
      }
    }
  }
}
