package dev.rolecall.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The part of all situations where a condition holds: a union of boxes, each with the values that
 * it leaves to some attributes (empty is unknown). Made by {@link Regions}.
 */
public final class Region {

  static final Region NOWHERE = new Region(List.of());
  static final Region EVERYWHERE = new Region(List.of(Map.of()));

  private final List<Map<String, Set<Optional<Object>>>> boxes;

  private Region(List<Map<String, Set<Optional<Object>>>> boxes) {
    this.boxes = boxes;
  }

  static Region of(String attribute, Set<Optional<Object>> values) {
    return values.isEmpty() ? NOWHERE : new Region(List.of(Map.of(attribute, values)));
  }

  int size() {
    return boxes.size();
  }

  /** Whether no situation is in it. */
  public boolean isNowhere() {
    return boxes.isEmpty();
  }

  /** A situation in it, by path, as far as it matters; known values where they are allowed. */
  public Map<String, Optional<Object>> example() {
    Map<String, Optional<Object>> example = new LinkedHashMap<>();
    boxes
        .get(0)
        .forEach(
            (path, values) ->
                example.put(
                    path,
                    values.stream()
                        .filter(Optional::isPresent)
                        .findFirst()
                        .orElse(Optional.empty())));
    return example;
  }

  /** Whether a situation is in it that says something of every attribute in question. */
  public boolean holds(Map<String, Optional<Object>> situation) {
    return boxes.stream()
        .anyMatch(
            box ->
                box.entrySet().stream()
                    .allMatch(
                        side ->
                            side.getValue()
                                .contains(
                                    situation.getOrDefault(side.getKey(), Optional.empty()))));
  }

  Region or(Region other) {
    List<Map<String, Set<Optional<Object>>>> all = new ArrayList<>(boxes);
    all.addAll(other.boxes);
    return new Region(all);
  }

  Region and(Region other) {
    List<Map<String, Set<Optional<Object>>>> all = new ArrayList<>();
    for (Map<String, Set<Optional<Object>>> box : boxes) {
      for (Map<String, Set<Optional<Object>>> another : other.boxes) {
        meet(box, another).ifPresent(all::add);
      }
    }
    return new Region(all);
  }

  private static Optional<Map<String, Set<Optional<Object>>>> meet(
      Map<String, Set<Optional<Object>>> box, Map<String, Set<Optional<Object>>> another) {
    Map<String, Set<Optional<Object>>> both = new LinkedHashMap<>(box);
    for (Map.Entry<String, Set<Optional<Object>>> side : another.entrySet()) {
      Set<Optional<Object>> values = new LinkedHashSet<>(side.getValue());
      values.retainAll(box.getOrDefault(side.getKey(), side.getValue()));
      if (values.isEmpty()) {
        return Optional.empty();
      }
      both.put(side.getKey(), values);
    }
    return Optional.of(both);
  }

  /**
   * Whether every situation in it is in the other as well; both are of the same {@code regions}.
   */
  public boolean isWithin(Region other, Regions regions) {
    return boxes.stream().allMatch(box -> isCovered(box, other.boxes, regions));
  }

  /** What sticks out of the first box, side by side, has to be covered by those after it. */
  private static boolean isCovered(
      Map<String, Set<Optional<Object>>> box,
      List<Map<String, Set<Optional<Object>>>> by,
      Regions regions) {
    if (by.isEmpty()) {
      return false;
    }
    List<Map<String, Set<Optional<Object>>>> others = by.subList(1, by.size());
    Map<String, Set<Optional<Object>>> rest = new LinkedHashMap<>(box);
    for (Map.Entry<String, Set<Optional<Object>>> side : by.get(0).entrySet()) {
      Set<Optional<Object>> inside =
          new LinkedHashSet<>(rest.getOrDefault(side.getKey(), regions.values(side.getKey())));
      Set<Optional<Object>> outside = new LinkedHashSet<>(inside);
      outside.removeAll(side.getValue());
      inside.retainAll(side.getValue());
      Map<String, Set<Optional<Object>>> sticksOut = new LinkedHashMap<>(rest);
      sticksOut.put(side.getKey(), outside);
      if (!outside.isEmpty() && !isCovered(sticksOut, others, regions)) {
        return false;
      }
      if (inside.isEmpty()) {
        return true;
      }
      rest.put(side.getKey(), inside);
    }
    return true;
  }
}
