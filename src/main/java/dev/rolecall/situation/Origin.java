package dev.rolecall.situation;

/** Where a value came from. */
public enum Origin {
  /** Somebody answered the question. */
  STATED,
  /** Read out of a description, with its sentence as a quote. */
  INFERRED,
  /** Follows from another value by a table of the ruleset. */
  DERIVED
}
