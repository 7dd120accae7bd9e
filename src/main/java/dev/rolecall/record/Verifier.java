package dev.rolecall.record;

import dev.rolecall.ruleset.Sha256;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record from its first entry to its last, in one view of it, and stops at the first thing
 * that does not hold. Memory holds a few entries, and a bit for each that was removed.
 */
final class Verifier {

  private static final int FETCHED = 500;

  private static final String CHAIN =
      "select "
          + Columns.ALL
          + ", e.sequence, e.hash, e.body, e.salt, e.words from entry e left join register r on"
          + " r.sequence = e.sequence where e.sequence between ? and ? order by e.sequence";
  private static final String ASTRAY =
      "select min(sequence) from register where sequence not in (select sequence from entry)";

  private final Store store;
  private final @Nullable Head known;
  private final LongConsumer progress;
  private Head last = Head.NONE;

  /** The rules that entries rest on, each with the first entry that does. */
  private final Map<String, Listing> rulesets = new LinkedHashMap<>();

  /** The scenarios that came with rules, each with the place of the first entry that has them. */
  private final Map<String, Long> scenarios = new LinkedHashMap<>();

  Verifier(Store store, @Nullable Head known, LongConsumer progress) {
    this.store = store;
    this.known = known;
    this.progress = progress;
  }

  /** Ends the reading. */
  private static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Verification.Broken broken;

    Fault(long sequence, String words) {
      super(words, null, false, false);
      this.broken = new Verification.Broken(sequence, words);
    }
  }

  private interface Check {
    void run(Connection connection) throws SQLException, Fault;
  }

  Verification verify() {
    return verify(
        connection -> {
          links(1, Long.MAX_VALUE, connection);
          tail();
          register(connection);
          head(connection);
          archive(connection);
        });
  }

  /** One entry, from its link to the one before to that of the next, or to the end. */
  Verification verify(long sequence) {
    return verify(
        connection -> {
          last = before(sequence, connection);
          links(sequence, sequence + 1, connection);
          if (last.sequence() <= sequence) {
            head(connection);
          }
          archive(connection);
        });
  }

  private Verification verify(Check check) {
    try (Connection connection = store.source().getConnection()) {
      store.beginReading(connection);
      check.run(connection);
      return new Verification.Holds(last);
    } catch (Fault fault) {
      return fault.broken;
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
          link(row, removed);
          progress.accept(last.sequence());
        }
      }
    }
  }

  /** Nothing that was there once is missing at the end. */
  private void tail() throws Fault {
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

  private void link(ResultSet row, Removed removed) throws SQLException, Fault {
    int first = Columns.COUNT + 1;
    long sequence = row.getLong(first);
    String hash = row.getString(first + 1);
    String body = row.getString(first + 2);
    if (sequence != last.sequence() + 1) {
      throw missing(last.sequence() + 1, sequence);
    }
    if (body != null) {
      Body.Header header = header(sequence, hash, body);
      register(row, sequence, header.listing());
      words(header, row.getString(first + 3), row.getString(first + 4), removed);
      if (removed.isEmptied(sequence) && !Draft.removes(header.listing().kind())) {
        throw new Fault(
            sequence, "entry " + sequence + " is whole, though a later one says it was removed");
      }
      rests(new Entry(header.listing(), body, hash, null, null));
    } else if (!removed.isEmptied(sequence)) {
      throw new Fault(
          sequence, "the body of entry " + sequence + " is gone, and no later entry says so");
    }
    last = new Head(sequence, hash);
    if (known != null && known.sequence() == sequence && !known.hash().equals(hash)) {
      throw new Fault(
          sequence, "entry " + sequence + " is not the one of the given head: its hash is " + hash);
    }
  }

  private void rests(Entry entry) {
    Listing listing = entry.listing();
    if (listing.about().ruleset() != null) {
      rulesets.putIfAbsent(listing.about().ruleset(), listing);
    }
    if (listing.kind() == Kind.PUBLISH || listing.kind() == Kind.ARCHIVE) {
      Publication.scenarios(entry)
          .ifPresent(hash -> scenarios.putIfAbsent(hash, listing.sequence()));
    }
  }

  private Body.Header header(long sequence, String hash, String body) throws Fault {
    if (!Sha256.of(body).equals(hash)) {
      throw new Fault(
          sequence, "the body of entry " + sequence + " was changed: it does not give its hash");
    }
    Body.Header header;
    try {
      header = Body.header(body);
    } catch (IllegalArgumentException e) {
      throw new Fault(sequence, "the body of entry " + sequence + " is not one of Rolecall's");
    }
    if (header.listing().sequence() != sequence) {
      throw new Fault(
          sequence,
          "in the place of entry "
              + sequence
              + " stands entry "
              + header.listing().sequence()
              + ": entries were swapped or moved");
    }
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
    return header;
  }

  private static void register(ResultSet row, long sequence, Listing body)
      throws SQLException, Fault {
    if (row.getString(2) == null) {
      throw new Fault(sequence, "entry " + sequence + " is missing in the register");
    }
    Optional<String> different = Columns.difference(body, row);
    if (different.isPresent()) {
      throw new Fault(
          sequence,
          "the register differs from the body of entry " + sequence + ": " + different.get());
    }
  }

  private static void words(
      Body.Header header, @Nullable String salt, @Nullable String words, Removed removed)
      throws Fault {
    long sequence = header.listing().sequence();
    boolean taken = removed.isRedacted(sequence) && !Draft.removes(header.listing().kind());
    if (words != null && taken) {
      throw new Fault(
          sequence,
          "the words of entry "
              + sequence
              + " are there, though a later one says they were removed");
    }
    if (words == null && header.seal() != null && !taken) {
      throw new Fault(
          sequence, "the words of entry " + sequence + " are gone, and no later entry says so");
    }
    if (words != null && !new Sealed(String.valueOf(salt), words).seal().equals(header.seal())) {
      throw new Fault(
          sequence, "the words of entry " + sequence + " were changed: they do not give its seal");
    }
  }

  private static void register(Connection connection) throws SQLException, Fault {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(ASTRAY)) {
      if (row.next() && row.getObject(1) != null) {
        throw new Fault(
            row.getLong(1), "the register lists entry " + row.getLong(1) + ", which is not there");
      }
    }
  }

  private void head(Connection connection) throws SQLException, Fault {
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

  private void archive(Connection connection) throws SQLException, Fault {
    Archive archive = new Archive(connection);
    for (Map.Entry<String, Listing> ruleset : rulesets.entrySet()) {
      Listing entry = ruleset.getValue();
      Archived rules = whole("rules", ruleset.getKey(), entry.sequence(), archive);
      if (!rules.decision().equals(entry.about().decision())) {
        throw altered("rules", ruleset.getKey(), entry.sequence());
      }
    }
    for (Map.Entry<String, Long> set : scenarios.entrySet()) {
      whole("scenarios", set.getKey(), set.getValue(), archive);
    }
  }

  private static Archived whole(String what, String hash, long sequence, Archive archive)
      throws SQLException, Fault {
    Archived found = archive.get(hash).orElse(null);
    if (found == null) {
      throw new Fault(sequence, resting(what, hash, sequence) + " are not there");
    }
    if (!found.files().hash().equals(hash)) {
      throw altered(what, hash, sequence);
    }
    return found;
  }

  private static Fault altered(String what, String hash, long sequence) {
    return new Fault(sequence, resting(what, hash, sequence) + " were altered");
  }

  private static String resting(String what, String hash, long sequence) {
    return "the " + what + " " + hash + ", on which entry " + sequence + " rests,";
  }
}
