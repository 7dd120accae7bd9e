package dev.rolecall.batch;

import dev.rolecall.decision.Advice;
import dev.rolecall.decision.Decision;
import dev.rolecall.intake.Row;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import dev.rolecall.vocabulary.Attribute;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a row: a decision, or what is wrong with it.
 *
 * @param id of its entry in the record; null where there is none
 * @param before what the record held of it
 * @param answered where a questionnaire of the same batch answered what the row does not hold
 */
record Decided(
    Row row,
    Result<Decision> result,
    @Nullable UUID id,
    Before before,
    Map<Attribute, Place> answered) {

  /**
   * The warnings that are given: none where a person has answered them.
   *
   * @param decision of the row
   */
  List<Advice> warnings(Decision decision) {
    return before.silences() ? List.of() : decision.warnings();
  }
}
