package dev.rolecall.cue;

import dev.rolecall.vocabulary.Attribute;

/**
 * A value that a description leads to.
 *
 * @param value one that the attribute's type allows
 * @param quote the sentence or sentences it was read from
 */
public record Inferred(Attribute attribute, Object value, String quote) {}
