package dev.rolecall.rule;

/** When a rule is heard: it follows from the verbs that it uses. */
public enum Phase {
  /** What the single facts say. */
  FINDINGS,
  /** What follows from all voices together. */
  OUTCOME,
  /** What else goes with the recommendation. */
  ADVICE;

  /** From 1, as printed. */
  public int number() {
    return ordinal() + 1;
  }
}
