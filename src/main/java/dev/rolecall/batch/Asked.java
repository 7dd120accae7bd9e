package dev.rolecall.batch;

import dev.rolecall.problem.Problem;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.util.List;
import java.util.Map;

/**
 * What to ask, requisition by requisition.
 *
 * @param rows read, refused ones among them
 * @param withoutId inconclusive ones that have no id, by which an answer could find back
 * @param notProven of how many requisitions all open questions are asked, since it would take too
 *     long to find out which of them matter
 * @param left how many do not fit in
 * @param problems the first of those of refused rows
 */
public record Asked(
    List<Requisition> requisitions,
    long rows,
    long rejected,
    long withoutId,
    int notProven,
    int left,
    List<Problem> problems) {

  public Asked {
    requisitions = List.copyOf(requisitions);
    problems = List.copyOf(problems);
  }

  /**
   * A requisition and what to ask about it, in this order.
   *
   * @param routing whom to ask, column by column
   */
  public record Requisition(
      Situation situation, Map<String, String> routing, List<Attribute> questions) {

    public Requisition {
      questions = List.copyOf(questions);
    }
  }

  public int questions() {
    return requisitions.stream().mapToInt(r -> r.questions().size()).sum();
  }
}
