package dev.rolecall.decision;

/**
 * How much is known about the work; what frames the situation (a title, a place) does not count.
 *
 * @param stated answers that somebody gave
 * @param inferred answers that were read out of a description
 */
public record Known(int stated, int inferred) {}
