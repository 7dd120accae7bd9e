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
    List<Voice> voices = new ArrayList<>(dimensions.size());
    for (String dimension : dimensions) {
      Map<String, Integer> weights = new HashMap<>();
      for (Finding finding : findings) {
        if (finding.dimension().equals(dimension)) {
          weights.merge(finding.leans(), finding.weight(), Integer::sum);
        }
      }
      voices.add(voice(dimension, weights));
    }
    return voices;
  }

  private static Voice voice(String dimension, Map<String, Integer> weights) {
    int most = 0;
    String leading = null;
    for (Map.Entry<String, Integer> outcome : weights.entrySet()) {
      if (outcome.getValue() > most) {
        most = outcome.getValue();
        leading = outcome.getKey();
      } else if (outcome.getValue() == most) {
        leading = null;
      }
    }
    State state = weights.isEmpty() ? State.SILENT : leading == null ? State.SPLIT : State.LEANS;
    return new Voice(dimension, state, leading);
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
