package dev.rolecall.record;

import java.util.List;

/** What came of deciding a recorded situation again, by the rules that it was decided by. */
public sealed interface Replayed {

  /** The decision that was tried. */
  Listing decision();

  /** The same was answered, to the byte. */
  record Identical(Listing decision) implements Replayed {}

  /**
   * Something else was answered.
   *
   * @param differences one sentence for each thing that differs
   */
  record Diverged(Listing decision, List<String> differences) implements Replayed {
    public Diverged {
      differences = List.copyOf(differences);
    }
  }

  /**
   * Nothing was answered.
   *
   * @param words a clause that goes on after a colon
   */
  record Cannot(Listing decision, Reason reason, String words) implements Replayed {}

  /** Why something recorded is not decided again. */
  enum Reason {
    /** Its words were removed, as a later entry says. */
    REDACTED,
    /** The entry or its rules are not what was recorded. */
    DAMAGED,
    /** This version of Rolecall does not take its rules. */
    REFUSED
  }
}
