package dev.rolecall.decision;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A decision with what is true of one time it was made.
 *
 * @param id UUIDv7 (RFC 9562)
 * @param engine the versions of what made it, by name, in order
 * @param recorded whether it is in the record under its id
 */
public record Envelope(
    UUID id, Instant at, Map<String, String> engine, Decision decision, boolean recorded) {

  /** One that goes into the record, or comes from there. */
  public Envelope(UUID id, Instant at, Map<String, String> engine, Decision decision) {
    this(id, at, engine, decision, true);
  }
}
