package dev.rolecall.space;

import dev.rolecall.decision.Advice;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Outcome;
import java.util.List;

/**
 * What of a decision a person would act on: the outcome, its marks and the kinds of its warnings.
 * Two decisions of one gist differ in words and reasons only.
 *
 * @param outcome the answer, or {@code inconclusive} or {@code out-of-scope}
 */
public record Gist(
    String outcome, boolean contested, boolean narrow, boolean inferred, List<String> warnings) {

  public static Gist of(Decision decision) {
    Outcome outcome = decision.outcome();
    return new Gist(
        outcome.word(),
        outcome.contested(),
        outcome.narrow(),
        outcome.inferred(),
        decision.warnings().stream().map(Advice::kind).distinct().sorted().toList());
  }
}
