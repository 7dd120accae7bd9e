package dev.rolecall.problem;

import java.util.Comparator;

/**
 * One thing that is wrong with an input, in the words of the person who wrote it: what was found,
 * what is allowed, the nearest match.
 */
public record Problem(Place at, String message) implements Comparable<Problem> {

  private static final int LONGEST = 2_000;

  private static final Comparator<Problem> ORDER =
      Comparator.comparing((Problem p) -> p.at.file())
          .thenComparingInt(p -> p.at.line())
          .thenComparingInt(p -> p.at.column())
          .thenComparing(Problem::message);

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /** In one line of bearable length, without characters that steer a terminal. */
  @Override
  public String toString() {
    String words = at.file().isEmpty() ? message : at + ": " + message;
    String shown = words.length() > LONGEST ? words.substring(0, LONGEST) + " …" : words;
    return shown.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+", " ");
  }
}
