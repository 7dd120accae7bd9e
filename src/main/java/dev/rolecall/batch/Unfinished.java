package dev.rolecall.batch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Entry;
import dev.rolecall.record.Filter;
import dev.rolecall.record.Kind;
import dev.rolecall.record.Listing;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A batch that was begun and not ended.
 *
 * @param remembersUpTo the place of the chain up to which it remembers what was answered; empty
 *     where it does not
 */
public record Unfinished(Listing begun, Optional<Long> remembersUpTo) {

  /** In the content of the entry that opens a batch. */
  static final String REMEMBERS = "remembersUpTo";

  /** The last batch with these files, unless it was ended. */
  public static Optional<Unfinished> of(BatchFiles files, AuditRecord record) {
    try (Stream<Entry> batches = record.entries(Filter.all().kind(Kind.BATCH))) {
      return batches
          .filter(b -> files.areIn(b.text()))
          .findFirst()
          .filter(b -> !isEnded(b.listing(), record))
          .map(Unfinished::new);
    }
  }

  private Unfinished(Entry batch) {
    this(
        batch.listing(),
        Optional.of(batch.content().path(REMEMBERS))
            .filter(JsonNode::isNumber)
            .map(JsonNode::asLong));
  }

  /** The place of the chain that it was begun behind. */
  public long behind() {
    return begun.sequence() - 1;
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
