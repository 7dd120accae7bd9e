package dev.rolecall.batch;

import dev.rolecall.record.BatchRow;
import dev.rolecall.record.Entry;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows that have their entries already; for one thread. */
final class RecordedRows implements AutoCloseable {

  private final Stream<Entry> entries;
  private final Iterator<Entry> iterator;
  private @Nullable Entry next;
  private @Nullable BatchRow nextRow;

  /**
   * @param entries in the order of their rows; closed with this
   */
  RecordedRows(Stream<Entry> entries) {
    this.entries = entries;
    this.iterator = entries.iterator();
    advance();
  }

  /** The row of the next entry; null when all were taken. */
  @Nullable BatchRow next() {
    return nextRow;
  }

  /** The next entry; there must be one. */
  Entry take() {
    Entry taken = Objects.requireNonNull(next);
    advance();
    return taken;
  }

  private void advance() {
    next = iterator.hasNext() ? iterator.next() : null;
    nextRow = next == null ? null : Objects.requireNonNull(BatchRow.of(next));
    if (next == null) {
      close();
    }
  }

  @Override
  public void close() {
    entries.close();
  }
}
