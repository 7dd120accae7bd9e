package dev.rolecall.cue;

import dev.rolecall.vocabulary.Attribute;

/**
 * One line of the table: words that speak for a value.
 *
 * @param weight at {@link Cues#ENOUGH} it speaks alone
 */
record Cue(int row, Attribute attribute, Object value, String phrase, int weight) {}
