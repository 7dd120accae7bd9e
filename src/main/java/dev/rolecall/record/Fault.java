package dev.rolecall.record;

/** Something in a record does not hold. */
final class Fault extends Exception {

  private static final long serialVersionUID = 1L;

  private final long sequence;

  /**
   * @param sequence of the entry that does not hold
   * @param words a sentence that names it and what is wrong
   */
  Fault(long sequence, String words) {
    super(words, null, false, false);
    this.sequence = sequence;
  }

  Verification.Broken broken() {
    return new Verification.Broken(sequence, String.valueOf(getMessage()));
  }
}
