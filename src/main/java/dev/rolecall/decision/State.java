package dev.rolecall.decision;

/** What a dimension does with its one voice. */
public enum State {
  /** One outcome has strictly more weight than any other. */
  LEANS,
  /** Two or more outcomes share the most weight. */
  SPLIT,
  /** Nothing was found. */
  SILENT
}
