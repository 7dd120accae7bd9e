package dev.rolecall.batch;

import dev.rolecall.decision.Decision;
import dev.rolecall.intake.Row;
import dev.rolecall.problem.Result;

/** What came of a row: a decision, or what is wrong with it. */
record Decided(Row row, Result<Decision> result) {}
