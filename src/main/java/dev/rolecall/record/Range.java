package dev.rolecall.record;

/** Entries one after another, both ends included. */
public record Range(long first, long last) {

  public Range {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("no range: " + first + " to " + last);
    }
  }

  boolean contains(long sequence) {
    return first <= sequence && sequence <= last;
  }
}
