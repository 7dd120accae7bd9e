package dev.rolecall.problem;

import java.util.Locale;

/** Numbers of things in a sentence. */
public final class Counted {

  private Counted() {}

  /** {@code 1 row}, {@code 1,204 rows}: with the noun in the singular, which takes an s. */
  public static String of(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }
}
