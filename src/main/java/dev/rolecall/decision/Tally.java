package dev.rolecall.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts: from findings to voices, and who stands where. */
public final class Tally {

  private Tally() {}

  /** One voice for each dimension: the outcome with strictly most weight among its findings. */
  public static List<Voice> voices(List<String> dimensions, List<Finding> findings) {
    Map<String, Map<String, Integer>> weights = new HashMap<>();
    for (Finding finding : findings) {
      weights
          .computeIfAbsent(finding.dimension(), d -> new HashMap<>())
          .merge(finding.leans(), finding.weight(), Integer::sum);
    }
    List<Voice> voices = new ArrayList<>(dimensions.size());
    for (String dimension : dimensions) {
      voices.add(voice(dimension, weights.getOrDefault(dimension, Map.of())));
    }
    return voices;
  }

  private static Voice voice(String dimension, Map<String, Integer> weights) {
    int most = weights.values().stream().mapToInt(w -> w).max().orElse(0);
    List<String> leading =
        weights.entrySet().stream()
            .filter(e -> e.getValue() == most)
            .map(Map.Entry::getKey)
            .toList();
    return switch (leading.size()) {
      case 0 -> new Voice(dimension, State.SILENT, null);
      case 1 -> new Voice(dimension, State.LEANS, leading.get(0));
      default -> new Voice(dimension, State.SPLIT, null);
    };
  }

  /** The dimensions whose voice leans to an outcome. */
  public static List<String> leaningTo(List<Voice> voices, String outcome) {
    return voices.stream().filter(v -> outcome.equals(v.leans())).map(Voice::dimension).toList();
  }

  /** The dimensions whose voice leans, but elsewhere. */
  public static List<String> leaningElsewhere(List<Voice> voices, String outcome) {
    return voices.stream()
        .filter(v -> v.leans() != null && !Objects.equals(outcome, v.leans()))
        .map(Voice::dimension)
        .toList();
  }
}
