package dev.rolecall.problem;

import java.util.Comparator;

/**
 * One thing that is wrong with an input, in the words of the person who wrote it: what was found,
 * what is allowed, the nearest match.
 */
public record Problem(Place at, String message) implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing((Problem p) -> p.at.file())
          .thenComparingInt(p -> p.at.line())
          .thenComparingInt(p -> p.at.column())
          .thenComparing(Problem::message);

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /** In one line, without characters that steer a terminal. */
  @Override
  public String toString() {
    String words = at.file().isEmpty() ? message : at + ": " + message;
    return words.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]+", " ");
  }
}
