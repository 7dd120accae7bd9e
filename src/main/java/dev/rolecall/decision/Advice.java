package dev.rolecall.decision;

/**
 * A warning or a suggestion.
 *
 * @param kind the constant: a kind of warning, a topic of suggestion
 * @param label the constant's label
 */
public record Advice(String kind, String label, String text, String rule) {}
