package dev.rolecall.decision;

import java.util.Map;

/**
 * A rule of the first phase that spoke.
 *
 * @param leans the outcome
 * @param facts what it read, by path, as far as it is known
 * @param at {@code hiring/scope.drl:9}
 */
public record Finding(
    String rule,
    String dimension,
    String leans,
    int weight,
    String because,
    Map<String, Object> facts,
    String at) {}
