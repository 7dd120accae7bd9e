package dev.rolecall.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a case says of its decision. What it does not name may be anything.
 *
 * @param outcome an outcome's constant, {@code inconclusive} or {@code out-of-scope}
 * @param because ids of rules that must speak, in whatever phase
 * @param notBecause ids of rules that must stay silent
 * @param warnings kinds that must be among the warnings; an empty list: there must be none
 * @param questions paths that must be among the questions; an empty list: there must be none
 * @param leans by dimension: an outcome's constant, {@code split} or {@code silent}
 */
public record Expectation(
    Optional<String> outcome,
    Optional<String> decidedBy,
    Optional<Boolean> contested,
    Optional<Boolean> narrow,
    List<String> because,
    List<String> notBecause,
    Optional<List<String>> warnings,
    List<String> notWarnings,
    Optional<List<String>> questions,
    List<String> notQuestions,
    Map<String, String> leans) {}
