package dev.rolecall.cue;

import dev.rolecall.vocabulary.Attribute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Evidence to values: a value is inferred where enough speaks for it and for no other. */
final class Tally {

  private final CharSequence description;

  /** By the position of the attribute in the vocabulary, then by value. */
  private final Map<Integer, Map<Object, List<Evidence>>> sides = new TreeMap<>();

  private Tally(CharSequence description) {
    this.description = description;
  }

  static Reading of(CharSequence description, List<Evidence> evidence) {
    Tally tally = new Tally(description);
    Set<List<Object>> once = new HashSet<>();
    for (Evidence one : evidence) {
      if (once.add(List.of(one.phrase(), one.value()))) {
        tally
            .sides
            .computeIfAbsent(one.cue().attribute().index(), a -> new LinkedHashMap<>())
            .computeIfAbsent(one.value(), v -> new ArrayList<>())
            .add(one);
      }
    }
    return tally.reading();
  }

  private Reading reading() {
    List<Inferred> inferred = new ArrayList<>();
    List<Conflict> conflicts = new ArrayList<>();
    for (Map<Object, List<Evidence>> values : sides.values()) {
      List<Inferred> speaking = new ArrayList<>();
      for (List<Evidence> side : values.values()) {
        Inferred one = inferred(side);
        if (one != null) {
          speaking.add(one);
        }
      }
      if (speaking.size() == 1) {
        inferred.add(speaking.get(0));
      } else if (speaking.size() > 1) {
        conflicts.add(new Conflict(speaking.get(0).attribute(), speaking));
      }
    }
    return new Reading(inferred, conflicts);
  }

  /**
   * What the heaviest cues for a value say, as far as they are needed; null where all are not
   * enough.
   */
  private @Nullable Inferred inferred(List<Evidence> side) {
    List<Evidence> needed = new ArrayList<>();
    int weight = 0;
    for (Evidence one :
        side.stream()
            .sorted(Comparator.comparingInt((Evidence e) -> e.cue().weight()).reversed())
            .toList()) {
      if (weight < Cues.ENOUGH) {
        needed.add(one);
        weight += one.cue().weight();
      }
    }
    Attribute attribute = side.get(0).cue().attribute();
    return weight < Cues.ENOUGH
        ? null
        : new Inferred(attribute, side.get(0).value(), Quote.of(description, needed));
  }
}
