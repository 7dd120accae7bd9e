package dev.rolecall.rule;

import org.jspecify.annotations.Nullable;

/**
 * A value written in a rule, of the type of the attribute that it is compared with; null is
 * "unknown".
 */
public record Literal(@Nullable Object value, Span span) {}
