package dev.rolecall.intake;

import dev.rolecall.problem.Nearest;
import dev.rolecall.situation.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Where the requisitions of a table stand, how many of each, and which of them are read. */
final class StatusCount {

  /** A column with more is none of statuses; the rest is counted together. */
  private static final int MOST = 200;

  private static final int LONGEST = 60;
  private static final int SHOWN = 8;
  private static final String OTHERS = "others";

  private final Statuses wanted;
  private final ColumnNames names;
  private final Map<String, Inspection.Standing> standings = new LinkedHashMap<>();

  private static Inspection.Standing oneMore(Inspection.Standing s) {
    return new Inspection.Standing(s.status(), s.rows() + 1, s.open(), s.read());
  }

  StatusCount(Statuses wanted, ColumnNames names) {
    this.wanted = wanted;
    this.names = names;
  }

  /** Counts a row of this status, and says whether it is read. */
  boolean reads(String status) {
    String key = Words.key(status);
    Inspection.Standing known = standings.get(key);
    if (known == null && standings.size() < MOST) {
      String shown = status.strip();
      known =
          new Inspection.Standing(
              shown.length() > LONGEST ? Notes.shortened(shown) : shown,
              0,
              Statuses.OPEN.include(status, names),
              wanted.include(status, names));
    }
    if (known != null) {
      standings.put(key, oneMore(known));
      return known.read();
    }
    boolean read = wanted.include(status, names);
    standings.merge(
        OTHERS + read, new Inspection.Standing(OTHERS, 1, read, read), (all, one) -> oneMore(all));
    return read;
  }

  /** The most frequent first. */
  List<Inspection.Standing> standings() {
    return standings.values().stream()
        .sorted(
            Comparator.comparingLong(Inspection.Standing::rows)
                .reversed()
                .thenComparing(Inspection.Standing::status))
        .toList();
  }

  Map<String, Long> passedOver() {
    Map<String, Long> passedOver = new LinkedHashMap<>();
    for (Inspection.Standing standing : standings()) {
      if (!standing.read()) {
        passedOver.merge(
            standing.status().isEmpty() ? "no status" : standing.status(),
            standing.rows(),
            Long::sum);
      }
    }
    return passedOver;
  }

  /** What people are told of it. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    Map<String, Long> passedOver = passedOver();
    if (!passedOver.isEmpty()) {
      words.add(words(passedOver, wanted.named().isEmpty()));
    }
    List<String> there =
        standings().stream()
            .map(Inspection.Standing::status)
            .filter(Predicate.not(String::isEmpty))
            .toList();
    for (String named : wanted.named()) {
      if (!standings.containsKey(Words.key(named))) {
        words.add(
            "no row has the status `"
                + named
                + "`"
                + (there.isEmpty() ? "" : "; " + Nearest.thereAre(named, there)));
      }
    }
    return words;
  }

  private static String words(Map<String, Long> passedOver, boolean open) {
    long rows = passedOver.values().stream().mapToLong(Long::longValue).sum();
    String listed =
        passedOver.entrySet().stream()
            .limit(SHOWN)
            .map(e -> String.format(Locale.ROOT, "%s %,d", e.getKey(), e.getValue()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%,d %s not %s (%s%s); --status all reads %s",
        rows,
        rows == 1 ? "row is" : "rows are",
        open ? "open" : "of the statuses asked for",
        listed,
        passedOver.size() > SHOWN ? ", …" : "",
        rows == 1 ? "it" : "them");
  }
}
