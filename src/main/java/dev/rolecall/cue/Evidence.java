package dev.rolecall.cue;

/**
 * A cue that speaks in a description.
 *
 * @param phrase which cue it is
 * @param value what it speaks for
 * @param order of the sentence in the description
 * @param from where its words begin
 * @param to behind its words
 */
record Evidence(
    int phrase, Meaning.Cue cue, Object value, int order, Sentence sentence, int from, int to) {}
