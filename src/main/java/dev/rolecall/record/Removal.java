package dev.rolecall.record;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Entries that are to lose their words, or all but their place and hash: found first, so that it
 * can be said what will go, and then taken out.
 *
 * @param kind a redaction or a retention
 * @param entries in the order of the chain
 * @param counts how many of each kind
 */
public record Removal(Kind kind, List<Range> entries, Map<Kind, Long> counts) {

  /** What stays whole however old it is: which rules were in force, and what was removed. */
  public static final Set<Kind> KEPT =
      Collections.unmodifiableSet(
          EnumSet.of(Kind.PUBLISH, Kind.ARCHIVE, Kind.REDACTION, Kind.RETENTION));

  public Removal {
    entries = List.copyOf(entries);
    counts = Collections.unmodifiableMap(counts);
  }

  /** The words of entries, where they have any: what people wrote, and what rules said of it. */
  public static Removal ofWords(AuditRecord record, List<Filter> which) {
    Taken taken = new Taken();
    for (Filter filter : which) {
      try (Stream<Entry> entries = record.entries(filter)) {
        entries
            .filter(entry -> entry.words() != null && !Draft.removes(entry.listing().kind()))
            .forEach(entry -> taken.add(entry.listing()));
      }
    }
    return taken.as(Kind.REDACTION);
  }

  /** All but place and hash of entries made before a time. */
  public static Removal ofEntries(AuditRecord record, Instant before) {
    Taken taken = new Taken();
    try (Stream<Listing> listings = record.listings(Filter.all().until(before).oldestFirst())) {
      listings.filter(listing -> !KEPT.contains(listing.kind())).forEach(taken::add);
    }
    return taken.as(Kind.RETENTION);
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  public long count() {
    return counts.values().stream().mapToLong(n -> n).sum();
  }

  /**
   * Removes them, and says so in an entry of its own.
   *
   * @param by who decided it
   */
  public Head append(
      AuditRecord record, UUID id, Instant at, Author author, String reason, String by) {
    ObjectNode words = JsonNodeFactory.instance.objectNode().put("reason", reason).put("by", by);
    return record.append(List.of(Draft.removal(kind, id, at, author, entries, words)));
  }

  /** Collects entries in any order; a few numbers and a bit for each is all it holds. */
  private static final class Taken {
    private final BitSet sequences = new BitSet();
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

    void add(Listing listing) {
      int sequence = Math.toIntExact(listing.sequence());
      if (!sequences.get(sequence)) {
        sequences.set(sequence);
        counts.merge(listing.kind(), 1L, Long::sum);
      }
    }

    Removal as(Kind kind) {
      List<Range> ranges = new ArrayList<>();
      for (int first = sequences.nextSetBit(0); first >= 0; ) {
        int end = sequences.nextClearBit(first);
        ranges.add(new Range(first, end - 1L));
        first = sequences.nextSetBit(end);
      }
      return new Removal(kind, ranges, counts);
    }
  }
}
