package dev.rolecall.ruleset;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.rule.Rule;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rule files that somebody copied beside the original: said once, not of each rule in them. */
final class Copies {

  /** A copy has the longer name: {@code scope - Copy.drl}. */
  private static final Comparator<String> ORIGINALS_FIRST =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  /** The sentences of the rules of each file by id. */
  private final Map<String, Map<String, String>> files = new TreeMap<>(ORIGINALS_FIRST);

  private final Map<String, String> originals = new HashMap<>();

  private Copies(List<Rule> rules) {
    for (Rule rule : rules) {
      files
          .computeIfAbsent(rule.at().file(), f -> new HashMap<>())
          .putIfAbsent(rule.id(), rule.sentence());
    }
    files.keySet().forEach(this::find);
  }

  static Copies of(List<Rule> rules) {
    return new Copies(rules);
  }

  private void find(String file) {
    files.keySet().stream()
        .takeWhile(earlier -> !earlier.equals(file))
        .filter(earlier -> !originals.containsKey(earlier) && isAlike(rules(earlier), rules(file)))
        .findFirst()
        .ifPresent(original -> originals.put(file, original));
  }

  private Map<String, String> rules(String file) {
    return files.getOrDefault(file, Map.of());
  }

  /** One of the two has all the ids of the other, and a sentence is the same too. */
  private static boolean isAlike(Map<String, String> one, Map<String, String> other) {
    boolean ids =
        one.keySet().containsAll(other.keySet()) || other.keySet().containsAll(one.keySet());
    return ids && !Collections.disjoint(one.entrySet(), other.entrySet());
  }

  boolean hold(Rule rule) {
    return originals.containsKey(rule.at().file());
  }

  List<Problem> problems() {
    return originals.entrySet().stream()
        .map(
            copy ->
                new Problem(
                    Place.of(copy.getKey()),
                    "it looks like a copy of `"
                        + copy.getValue()
                        + "`, whose rules have the same ids: delete it, or give its rules ids and"
                        + " names of their own"))
        .toList();
  }
}
