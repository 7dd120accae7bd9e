package dev.rolecall.batch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * What a person decided about a requisition.
 *
 * @param accepted whether it was what was recommended
 * @param decision the entry that was reviewed
 * @param change what is no longer as it was reviewed
 */
record PersonsWord(boolean accepted, String outcome, Instant at, UUID decision, Change change) {

  /** What has changed since. */
  enum Change {
    NOTHING(""),
    FACTS(", before the facts changed"),
    RULES(", before the rules changed");

    private final String words;

    Change(String words) {
      this.words = words;
    }
  }

  /** Whether the warnings of the recommendation were answered by it. */
  boolean silences() {
    return !accepted && change == Change.NOTHING;
  }

  /** {@code PM on 2026-11-10}. */
  String words() {
    return outcome
        + (accepted ? " accepted on " : " on ")
        + at.atZone(ZoneOffset.UTC).toLocalDate()
        + change.words;
  }
}
