package dev.rolecall.decision;

import dev.rolecall.vocabulary.Attribute;

/** A question whose answer would help, and the rule that asks it. */
public record Question(Attribute about, String rule) {}
