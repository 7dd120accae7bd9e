package dev.rolecall.bench;

import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.BatchRow;
import dev.rolecall.record.Entry;
import dev.rolecall.record.Filter;
import dev.rolecall.record.Kind;
import dev.rolecall.record.Store;
import dev.rolecall.record.Verification;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Checks a record after batches were killed: the chain holds, and the rows of each batch are there
 * from the first on, one entry each, in order. Used by {@code src/bench/kill}, whose rows can all
 * be read.
 */
final class BatchesInOrder {

  private BatchesInOrder() {}

  /** Prints how many decisions there are; the home folder is the argument. */
  public static void main(String[] arguments) {
    try (AuditRecord record = AuditRecord.openExisting(Store.in(Path.of(arguments[0])))) {
      if (record.verify(null) instanceof Verification.Broken broken) {
        throw new IllegalStateException(broken.words());
      }
      System.out.println(count(record));
    }
  }

  private static long count(AuditRecord record) {
    Map<UUID, Long> last = new HashMap<>();
    Set<UUID> ids = new HashSet<>();
    try (Stream<Entry> entries = record.entries(Filter.all().kind(Kind.DECISION).oldestFirst())) {
      for (Iterator<Entry> each = entries.iterator(); each.hasNext(); ) {
        Entry entry = each.next();
        BatchRow row = BatchRow.of(entry);
        if (row == null
            || row.place() != last.merge(row.batch(), 1L, Long::sum)
            || !ids.add(entry.listing().id())) {
          throw new IllegalStateException("entry " + entry.listing() + " is not in its place");
        }
      }
    }
    return ids.size();
  }
}
