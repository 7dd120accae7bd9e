package dev.rolecall.record;

import dev.rolecall.ruleset.RuleFiles;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The audit record: entries are appended and read, never changed. Safe for any number of threads;
 * any number of processes may append to the same store. Whatever does not work is a {@link
 * RecordTrouble}.
 */
public final class AuditRecord implements AutoCloseable {

  private static final String LISTINGS = "select " + Columns.ALL + " from register r";
  private static final String ENTRIES =
      "select " + Entry.COLUMNS + " from register r join entry e on e.sequence = r.sequence";

  private final Store store;
  private final Connection connection;
  private final Chain chain;

  private AuditRecord(Store store, Connection connection) {
    this.store = store;
    this.connection = connection;
    this.chain = new Chain(store, connection);
  }

  /** To append: made where there is none. */
  public static AuditRecord open(Store store) {
    try {
      Connection connection = store.connect();
      try {
        Schema.bringUpToDate(store, connection);
        return new AuditRecord(store, connection);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw store.trouble(e);
    }
  }

  /** To read: one that is not there is trouble. */
  public static AuditRecord openExisting(Store store) {
    if (!store.exists()) {
      throw store.trouble("there is no record here; the first decision makes one");
    }
    return open(store);
  }

  /** Where it is kept, for messages. */
  public String shown() {
    return store.shown();
  }

  /**
   * Appends a group in this order, with the rules that it rests on. On return it is on the disk; on
   * a {@link RecordTrouble} none of it is.
   *
   * @return the end of the chain; the last of the group stands there
   */
  public synchronized Head append(List<Draft> drafts) {
    return asked(() -> chain.append(drafts));
  }

  /** Where the chain ends. */
  public synchronized Head head() {
    return asked(() -> chain.head(""));
  }

  /** What the register says of entries; to be closed. */
  public Stream<Listing> listings(Filter filter) {
    return Rows.of(store, LISTINGS + filter.sql(), filter.values(), Columns::get);
  }

  /** Whole entries; to be closed. */
  public Stream<Entry> entries(Filter filter) {
    return Rows.of(store, ENTRIES + filter.sql(), filter.values(), Entry::of);
  }

  public Optional<Entry> byId(UUID id) {
    return first(Filter.all().id(id));
  }

  /** The newest decision of a requisition. */
  public Optional<Entry> latestOf(String requisition) {
    return first(Filter.all().kind(Kind.DECISION).requisition(requisition));
  }

  private Optional<Entry> first(Filter filter) {
    try (Stream<Entry> found = entries(filter.most(1))) {
      return found.findFirst();
    }
  }

  /** The files of rules that entries rest on, by their hash. */
  public synchronized Optional<RuleFiles> ruleset(String hash) {
    return asked(() -> new Archive(connection).get(hash));
  }

  /**
   * Reads all of it and checks everything that it says of itself.
   *
   * @param known an earlier head that was kept elsewhere
   */
  public Verification verify(@Nullable Head known) {
    return new Verifier(store, known).verify();
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw store.trouble(e);
    }
  }

  private interface Question<T> {
    T ask() throws SQLException;
  }

  private <T> T asked(Question<T> question) {
    try {
      return question.ask();
    } catch (SQLException e) {
      throw store.trouble(e);
    }
  }
}
