package dev.rolecall.explain;

import dev.rolecall.rule.Rule;
import dev.rolecall.space.Setting;
import java.util.List;
import java.util.Optional;

/**
 * A rule, and how each of its conditions stands in a situation.
 *
 * @param at where it stands, {@code hiring/scope.drl:9}
 * @param conditions all of them have to be met
 * @param needed other values that make it speak, tried by Drools; empty where it speaks, and where
 *     no answers to its own conditions alone make it
 */
public record Account(
    Rule rule, String at, boolean speaks, List<Clause> conditions, Optional<List<Setting>> needed) {

  /** How many of its conditions are not met. */
  public int missing() {
    return (int) conditions.stream().filter(c -> !c.isMet()).count();
  }
}
