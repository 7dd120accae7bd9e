package dev.rolecall.record;

import dev.rolecall.ruleset.Logging;
import dev.rolecall.ruleset.RuleFiles;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
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
    return open(store, false);
  }

  private static AuditRecord open(Store store, boolean existing) {
    try {
      Connection connection = store.connect();
      try {
        if (existing && !Schema.isThere(store, connection)) {
          throw missing(store);
        }
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

  /**
   * Does, beside other work, what takes longest when a process opens its first record; what is
   * wrong with it shows when it is opened.
   */
  public static void prepare(Store store) {
    Thread thread =
        new Thread(
            () -> {
              Logging.ready();
              try {
                openExisting(store).close();
              } catch (RecordTrouble e) {
                // Whoever opens it hears of it.
              }
            },
            "record");
    thread.setDaemon(true);
    thread.start();
  }

  /** To read: one that is not there is trouble. */
  public static AuditRecord openExisting(Store store) {
    if (!store.exists()) {
      throw missing(store);
    }
    return open(store, true);
  }

  private static RecordTrouble missing(Store store) {
    return store.trouble("there is no record here; the first decision makes one");
  }

  /** Where it is kept, for messages. */
  public String shown() {
    return store.shown();
  }

  /**
   * Appends a group in this order, with the rules that it rests on. On return it is on the disk; on
   * a {@link RecordTrouble} none of it is, with one exception: a removal may be committed, and its
   * words be out of everybody's reach, while their bytes could not be wiped from the disk yet. The
   * message says so.
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

  /** The same with what people said of decisions later; to be closed. */
  public Stream<Listed> listed(Filter filter) {
    return Rows.of(store, Listed.QUERY + filter.sql(), filter.values(), Listed::of);
  }

  /** How many entries a filter lets through, whatever most it names. */
  public long count(Filter filter) {
    String sql = "select count(*) from register r" + filter.where();
    return all(sql, filter.values(), row -> row.getLong(1)).get(0);
  }

  /** How many decisions there are of each sort that a filter lets through; to be closed. */
  public Stream<Count> counts(Filter filter) {
    Filter decisions = filter.kind(Kind.DECISION);
    return Rows.of(store, Count.query(decisions), decisions.values(), Count::of);
  }

  /**
   * To look back at many requisitions at once; to be closed.
   *
   * @param decision its name, {@code hiring}
   */
  public Earlier earlier(String decision) {
    return new Earlier(store, decision);
  }

  /** Every requisition that an entry is of, sorted; to find the one that somebody meant. */
  public List<String> requisitions() {
    return distinct("requisition");
  }

  /** Every outcome that an entry names, sorted. */
  public List<String> outcomes() {
    return distinct("outcome");
  }

  /** The hash of each version of the rules that an entry names, sorted. */
  public List<String> rulesets() {
    return distinct("ruleset");
  }

  /** Every kind of warning that an entry carries, sorted. */
  public List<String> warnings() {
    return distinct("warnings").stream()
        .flatMap(kinds -> Stream.of(kinds.split(",", -1)))
        .distinct()
        .sorted()
        .toList();
  }

  private List<String> distinct(String column) {
    String sql = "select distinct %1$s from register where %1$s is not null order by 1";
    return all(sql.formatted(column), List.of(), row -> row.getString(1));
  }

  private <T> List<T> all(String sql, List<?> values, Rows.Reading<T> reading) {
    try (Stream<T> rows = Rows.of(store, sql, values, reading)) {
      return rows.toList();
    }
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

  /** The entry at this place of the chain. */
  public Optional<Entry> bySequence(long sequence) {
    return first(Filter.all().sequence(sequence));
  }

  /** The place of the entry that has this hash. */
  public Optional<Head> headOf(String hash) {
    String sql = "select sequence from entry where hash = ?";
    return all(sql, List.of(hash), row -> new Head(row.getLong(1), hash)).stream().findFirst();
  }

  /** The newest entry that says that words of this one, or all of it, were removed. */
  public Optional<Listing> removalOf(long sequence) {
    return Stream.of(Kind.RETENTION, Kind.REDACTION)
        .flatMap(kind -> whole(Filter.all().kind(kind).after(sequence)).stream())
        .filter(e -> Removals.read(e.content()).stream().anyMatch(r -> r.contains(sequence)))
        .map(Entry::listing)
        .findFirst();
  }

  private List<Entry> whole(Filter filter) {
    return all(ENTRIES + filter.sql(), filter.values(), Entry::of);
  }

  private Optional<Entry> first(Filter filter) {
    return whole(filter.most(1)).stream().findFirst();
  }

  /** The files of rules that entries rest on, by their hash. */
  public synchronized Optional<RuleFiles> ruleset(String hash) {
    return archived(hash)
        .map(
            found ->
                RuleFiles.of(
                    found.decision(), "ruleset " + hash.substring(0, 12), found.files().files()));
  }

  /** Any files that were archived, by their hash. */
  synchronized Optional<Archived> archived(String hash) {
    return asked(() -> new Archive(connection).get(hash));
  }

  /** Whether files of this hash were archived. */
  public synchronized boolean archives(String hash) {
    return asked(() -> new Archive(connection).holds(hash));
  }

  /**
   * Reads all of it and checks everything that it says of itself.
   *
   * @param known an earlier head that was kept elsewhere
   */
  public Verification verify(@Nullable Head known) {
    return verify(known, sequence -> {});
  }

  /**
   * The same, and says on the way how far it has come.
   *
   * @param progress is told the sequence of each entry that holds
   */
  public Verification verify(@Nullable Head known, LongConsumer progress) {
    return new Verifier(store, known, progress).verify();
  }

  /** Checks one entry: what it says of itself, its links to both sides, its words and rules. */
  public Verification verifyEntry(long sequence) {
    return new Verifier(store, null, checked -> {}).verify(sequence);
  }

  /**
   * The entry, for whoever acts on what it says.
   *
   * @throws RecordTrouble if it does not hold
   */
  public Entry reliable(Entry entry) {
    if (verifyEntry(entry.listing().sequence()) instanceof Verification.Broken broken) {
      throw store.trouble(
          "entry %d cannot be relied on: %s".formatted(entry.listing().sequence(), broken.words()));
    }
    return entry;
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
