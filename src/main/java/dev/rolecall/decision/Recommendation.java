package dev.rolecall.decision;

import org.jspecify.annotations.Nullable;

/**
 * The answer as the rules of the last phase read it.
 *
 * @param answer the outcome; null where the decision is inconclusive
 * @param decidedBy what decided, in the word of the rule
 * @param contested whether the balance leads elsewhere
 * @param narrow whether there is much dissent
 * @param inferred whether it rests on a value that was read out of a description
 * @param voicesFor voices that lean to the answer
 * @param voicesAgainst voices that lean elsewhere
 */
public record Recommendation(
    @Nullable String answer,
    String decidedBy,
    boolean contested,
    boolean narrow,
    boolean inferred,
    int voicesFor,
    int voicesAgainst) {}
