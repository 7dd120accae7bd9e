package dev.rolecall.record;

/** What came of checking a record. */
public sealed interface Verification {

  /** Everything holds: so many entries, and this is the last. */
  record Holds(Head head) implements Verification {}

  /**
   * The first entry that does not hold.
   *
   * @param sequence of the entry; 0 where it is not about one entry
   * @param words a sentence that names the entry and what is wrong
   */
  record Broken(long sequence, String words) implements Verification {}
}
