package dev.rolecall.record;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;

/**
 * The record is out of reach or damaged: locked, full, read-only, unreadable. Nothing of what was
 * to be appended is in it, with the one exception that {@link AuditRecord#append} names.
 */
public final class RecordTrouble extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  RecordTrouble(String store, String message, Throwable cause) {
    super(message, cause);
    this.problem = new Problem(Place.of(store), message);
  }

  RecordTrouble(String store, String message) {
    super(message);
    this.problem = new Problem(Place.of(store), message);
  }

  /** In words, with the store as its place. */
  public Problem problem() {
    return problem;
  }
}
