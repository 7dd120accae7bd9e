package dev.rolecall.batch;

import dev.rolecall.decision.Decision;
import dev.rolecall.intake.Row;
import dev.rolecall.problem.Result;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a row: a decision, or what is wrong with it.
 *
 * @param id of its entry in the record; null where there is none
 * @param before what the record held of it
 */
record Decided(Row row, Result<Decision> result, @Nullable UUID id, Before before) {}
