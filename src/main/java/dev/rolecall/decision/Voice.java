package dev.rolecall.decision;

import org.jspecify.annotations.Nullable;

/**
 * The one voice of a dimension.
 *
 * @param dimension the name of its fact type
 * @param leans the outcome it leans to; null unless it leans
 */
public record Voice(String dimension, State state, @Nullable String leans) {}
