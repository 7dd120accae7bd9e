package dev.rolecall.ruleset;

/** How a condition stands in a situation. */
public enum Standing {
  MET("met"),
  UNMET("not met"),
  /** Not met, and what it is about is not known. */
  UNKNOWN("unknown"),
  /** Out of scope: what it is about was never worked out. */
  NOT_ASKED("not asked");

  private final String words;

  Standing(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
