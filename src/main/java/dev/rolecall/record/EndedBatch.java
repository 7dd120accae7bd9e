package dev.rolecall.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A batch that came to its end. Other entries may stand between its own.
 *
 * @param first the place of the entry that opens it
 * @param last the place of the entry that ends it
 * @param at when it was begun
 * @param files that it read; none where these words were removed
 */
public record EndedBatch(UUID id, long first, long last, Instant at, List<String> files) {

  public EndedBatch {
    files = List.copyOf(files);
  }

  /**
   * The last one of a decision up to a place of the chain.
   *
   * @param decision its name, {@code hiring}
   */
  public static Optional<EndedBatch> lastOf(String decision, long upTo, AuditRecord record) {
    Filter end = Filter.all().kind(Kind.BATCH_END).decision(decision).before(upTo + 1).most(1);
    try (Stream<Listing> ends = record.listings(end)) {
      return ends.findFirst()
          .flatMap(
              last ->
                  Optional.ofNullable(last.about().subject())
                      .flatMap(record::byId)
                      .map(first -> of(first, last)));
    }
  }

  private static EndedBatch of(Entry first, Listing last) {
    Listing opened = first.listing();
    List<String> files =
        StreamSupport.stream(first.text().path("inputs").spliterator(), false)
            .map(file -> file.asText())
            .toList();
    return new EndedBatch(opened.id(), opened.sequence(), last.sequence(), opened.at(), files);
  }

  /** Its decisions, one after another. */
  public Filter decisions() {
    return Filter.all().kind(Kind.DECISION).after(first).before(last).batch(id).oldestFirst();
  }
}
