package dev.rolecall.live;

import dev.rolecall.explain.Difference;
import dev.rolecall.scenario.RulesCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading the folders once.
 *
 * @param at when it was begun
 * @param took from then to the end of the check
 * @param files those that were saved, have come or are gone since the last time, sorted
 * @param difference to the rules that were live; empty where there were none, or these are refused
 * @param check they are live if it passes
 */
public record Reload(
    Instant at,
    Duration took,
    List<Path> files,
    Optional<Difference> difference,
    RulesCheck check) {}
