package dev.rolecall.ruleset;

/**
 * Opens a phase: a rule of phase 2 or 3 matches only once its gate is among the facts. Public for
 * compiled rules only.
 */
public record Gate(int number) {}
