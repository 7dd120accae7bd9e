package dev.rolecall.space;

import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The smallest changes of a situation that change its outcome. All single changes are tried, then
 * all pairs, and so on, so that what is found first is proven smallest. What frames the situation
 * is held fixed, and so are the facts that are no dimension (a test that decides alone) unless they
 * are freed.
 */
public final class WhatIf {

  private final Ruleset ruleset;
  private final Situation situation;
  private final String outcome;
  private final List<Axis> axes;
  private final long mostTries;
  private final List<Change> found = new ArrayList<>();
  private long tries;

  /**
   * What the search came to.
   *
   * @param changes all of the smallest number of attributes that change the outcome; empty where
   *     none was found
   * @param attributes how many attributes each of them changes; where there is none, how many were
   *     tried in full
   * @param complete whether all changes up to this number were tried; if not, the bound on work was
   *     reached
   */
  public record Found(List<Change> changes, int attributes, boolean complete, long tries) {}

  private WhatIf(Ruleset ruleset, Situation situation, List<Axis> axes, long mostTries) {
    this.ruleset = ruleset;
    this.situation = situation;
    this.outcome = ruleset.decideBriefly(situation).outcome().word();
    this.axes = axes;
    this.mostTries = mostTries;
  }

  /**
   * Searches changes of up to {@code mostAttributes} attributes.
   *
   * @param keep attributes that stay as they are
   * @param free whether facts that are no dimension may change too
   * @param mostTries the bound on work: evaluations
   */
  public static Found search(
      Ruleset ruleset,
      Space space,
      Situation situation,
      Collection<Attribute> keep,
      boolean free,
      int mostAttributes,
      long mostTries) {
    List<Axis> axes =
        space.axes().stream()
            .filter(a -> mayChange(space.role(a), free) && !keep.contains(a.attribute()))
            .toList();
    WhatIf search = new WhatIf(ruleset, ruleset.derive(situation), axes, mostTries);
    for (int number = 1; number <= Math.min(mostAttributes, axes.size()); number++) {
      boolean complete = search.choose(number, 0, new LinkedHashMap<>());
      if (!complete || !search.found.isEmpty()) {
        return new Found(List.copyOf(search.found), number, complete, search.tries);
      }
    }
    return new Found(List.of(), Math.min(mostAttributes, axes.size()), true, search.tries);
  }

  private static boolean mayChange(FactType.Role role, boolean free) {
    return role == FactType.Role.DIMENSION || (free && role == FactType.Role.TEST);
  }

  /** Tries all values of all choices of so many further axes; false once the bound is reached. */
  private boolean choose(int number, int from, Map<Attribute, Object> values) {
    if (number == 0) {
      return attempt(values);
    }
    for (int i = from; i + number <= axes.size(); i++) {
      Axis axis = axes.get(i);
      for (Object value : axis.values()) {
        if (!value.equals(situation.value(axis.attribute()))) {
          values.put(axis.attribute(), value);
          if (!choose(number - 1, i + 1, values)) {
            return false;
          }
        }
      }
      values.remove(axis.attribute());
    }
    return true;
  }

  private boolean attempt(Map<Attribute, Object> values) {
    if (tries >= mostTries) {
      return false;
    }
    tries++;
    Change change = new Change(values, "");
    String reached = ruleset.decideBriefly(change.of(situation)).outcome().word();
    if (!reached.equals(outcome)) {
      found.add(new Change(Collections.unmodifiableMap(new LinkedHashMap<>(values)), reached));
    }
    return true;
  }

  /**
   * The attributes of changes, each set once, with the changes of it: three ways to change one
   * answer are one line.
   */
  public static Map<Set<Attribute>, List<Change>> byAttributes(List<Change> changes) {
    Map<Set<Attribute>, List<Change>> grouped = new LinkedHashMap<>();
    changes.forEach(
        c -> grouped.computeIfAbsent(c.values().keySet(), a -> new ArrayList<>()).add(c));
    return grouped;
  }
}
