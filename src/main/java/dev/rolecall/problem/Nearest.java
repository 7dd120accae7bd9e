package dev.rolecall.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * The words of a message about a name that is not known: what is allowed, and which of it was
 * probably meant.
 */
public final class Nearest {

  private static final int LISTED = 12;

  /** Longer than any name; comparing takes the square of it. */
  private static final int LONGEST = 200;

  private Nearest() {}

  /**
   * The candidate that differs in the fewest letters, if it differs in no more than a third of
   * them; of four letters and more in two, so that swapped ones are found.
   */
  public static Optional<String> to(String found, Collection<String> candidates) {
    if (found.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = plain(found);
    return candidates.stream()
        .filter(candidate -> distance(wanted, candidate) <= furthest(wanted))
        .min(Comparator.comparingInt((String c) -> distance(wanted, c)).thenComparing(c -> c));
  }

  /** {@code ; maybe `teams`?}, or nothing where no candidate is near. */
  public static String maybe(String found, Collection<String> candidates) {
    return to(found, candidates).map(near -> "; maybe `" + near + "`?").orElse("");
  }

  /** {@code `a`, `b`, `c`}, cut with the number left out where there are many. */
  public static String list(Collection<String> names) {
    String listed =
        names.stream().limit(LISTED).map(n -> "`" + n + "`").collect(Collectors.joining(", "));
    return names.size() <= LISTED ? listed : listed + " and " + (names.size() - LISTED) + " more";
  }

  /** {@code there are `a`, `b`, `c`; maybe `c`?} */
  public static String thereAre(String found, Collection<String> candidates) {
    return "there are " + list(candidates) + maybe(found, candidates);
  }

  private static int furthest(String wanted) {
    return Math.max(wanted.length() < 4 ? 1 : 2, wanted.length() / 3);
  }

  private static int distance(String wanted, String candidate) {
    return LevenshteinDistance.getDefaultInstance().apply(wanted, plain(candidate));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
  }
}
