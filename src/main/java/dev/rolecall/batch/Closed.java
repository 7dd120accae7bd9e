package dev.rolecall.batch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * A requisition that the last batch decided and this one does not hold.
 *
 * @param was its answer then
 * @param decision its entry
 */
record Closed(String requisition, String was, Instant at, UUID decision) {

  /** {@code closed: was PM on 2026-11-09}. */
  String words() {
    return "closed: was " + was + " on " + at.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
