package dev.rolecall.decision;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the voices stand against each other.
 *
 * @param leader the outcome with most voices; null on a tie and where nobody speaks
 * @param margin voices of the leader less those of the runner-up
 * @param times the leader's voices over the runner-up's, rounded down; {@value #ALONE} where nobody
 *     else speaks; 0 without a leader
 * @param speaking voices that lean to an outcome
 * @param split voices that are split
 */
public record Balance(
    @Nullable String leader,
    int margin,
    int times,
    int speaking,
    int split,
    int leaderVoices,
    int runnerUpVoices) {

  static final int ALONE = 99;

  /** Whether only one outcome has voices, so that {@code times} is no count. */
  public boolean isAlone() {
    return leader != null && runnerUpVoices == 0;
  }

  public static Balance of(List<Voice> voices) {
    Map<String, Integer> counts = new HashMap<>();
    int split = 0;
    for (Voice voice : voices) {
      if (voice.leans() != null) {
        counts.merge(voice.leans(), 1, Integer::sum);
      }
      split += voice.state() == State.SPLIT ? 1 : 0;
    }
    int speaking = counts.values().stream().mapToInt(n -> n).sum();
    List<Integer> ranked = counts.values().stream().sorted(Collections.reverseOrder()).toList();
    int first = ranked.isEmpty() ? 0 : ranked.get(0);
    int second = ranked.size() < 2 ? 0 : ranked.get(1);
    if (first == second) {
      return new Balance(null, 0, 0, speaking, split, first, second);
    }
    String leader =
        counts.entrySet().stream()
            .filter(e -> e.getValue() == first)
            .findFirst()
            .orElseThrow()
            .getKey();
    return new Balance(
        leader,
        first - second,
        second == 0 ? ALONE : first / second,
        speaking,
        split,
        first,
        second);
  }
}
