package dev.rolecall.record;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry in one line: what the register says of it.
 *
 * @param sequence from 1, without a gap
 * @param batch the batch that it was made in
 * @param at to the millisecond
 */
public record Listing(
    long sequence,
    UUID id,
    @Nullable UUID batch,
    Kind kind,
    Instant at,
    Author author,
    About about) {

  Listing in(Head head) {
    return new Listing(head.sequence(), id, batch, kind, at, author, about);
  }
}
