package dev.rolecall.batch;

import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Entry;
import dev.rolecall.record.Filter;
import dev.rolecall.record.Kind;
import dev.rolecall.record.Listing;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A batch that was begun and not ended. */
public record Unfinished(Listing begun) {

  /** The last batch with these files, unless it was ended. */
  public static Optional<Unfinished> of(BatchFiles files, AuditRecord record) {
    try (Stream<Entry> batches = record.entries(Filter.all().kind(Kind.BATCH))) {
      return batches
          .filter(b -> files.areIn(b.text()))
          .findFirst()
          .map(Entry::listing)
          .filter(b -> !isEnded(b, record))
          .map(Unfinished::new);
    }
  }

  private static boolean isEnded(Listing batch, AuditRecord record) {
    Filter end = Filter.all().kind(Kind.BATCH_END).subject(batch.id()).most(1);
    try (Stream<Listing> found = record.listings(end)) {
      return found.findAny().isPresent();
    }
  }

  public UUID id() {
    return begun.id();
  }

  /** The hash of the rules that it began with. */
  public String ruleset() {
    return String.valueOf(begun.about().ruleset());
  }

  /** The entries of its rows, in their order; to be closed. */
  Stream<Entry> rows(AuditRecord record) {
    return record.entries(
        Filter.all().kind(Kind.DECISION).batch(id()).after(begun.sequence()).oldestFirst());
  }
}
