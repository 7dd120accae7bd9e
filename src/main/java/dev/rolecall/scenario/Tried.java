package dev.rolecall.scenario;

import java.util.List;

/**
 * A case that was run.
 *
 * @param spoke the ids of all rules that spoke, sorted
 * @param failures empty where it passes
 */
public record Tried(Case tried, List<String> spoke, List<Failure> failures) {

  public boolean passes() {
    return failures.isEmpty();
  }
}
