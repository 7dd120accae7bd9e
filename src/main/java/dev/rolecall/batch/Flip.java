package dev.rolecall.batch;

import dev.rolecall.decision.Outcome;

/** How an answer changes from one version of the rules to another, the worst first. */
public enum Flip {
  TURNED("another role", "turned into the other role"),
  LOST("lost", "lost the recommendation"),
  GAINED("gained", "gained a recommendation"),
  MOVED("moved", "had no recommendation and have none, for another reason"),
  MARKED("marks", "keep the answer, with other marks or warnings"),
  REASONED("reasons", "keep answer and marks, with other reasons or words"),
  SAME("same", "stay as they are");

  private final String word;
  private final String words;

  Flip(String word, String words) {
    this.word = word;
    this.words = words;
  }

  /** As it stands in files. */
  public String word() {
    return word;
  }

  /** What cases of this kind do. */
  public String words() {
    return words;
  }

  /** Whether the outcome is another one. */
  public boolean isOfOutcome() {
    return compareTo(MARKED) < 0;
  }

  static Flip ofOutcome(Outcome before, Outcome after) {
    if (before.answer() == null) {
      return after.answer() == null ? MOVED : GAINED;
    }
    return after.answer() == null ? LOST : TURNED;
  }
}
