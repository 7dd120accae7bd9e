package dev.rolecall.rule;

import java.util.Optional;

/**
 * One thing that a rule says.
 *
 * @param about the constant (outcome, kind, topic) or the path of the attribute; empty where the
 *     verb takes none
 */
public record Statement(Verb verb, Optional<String> about, Optional<Text> text, Span span) {}
