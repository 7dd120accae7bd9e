package dev.rolecall.rule;

import dev.rolecall.problem.Place;

/**
 * Where a node of the tree stands in its file.
 *
 * @param start offset of the first character, from 0
 * @param end offset behind the last character
 */
public record Span(Place at, int start, int end) {}
