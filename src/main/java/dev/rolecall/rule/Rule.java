package dev.rolecall.rule;

import dev.rolecall.problem.Place;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule as it was written.
 *
 * @param id never used for another rule, {@code scope-several-teams}
 * @param sentence its name: what a hiring manager could say
 * @param metadata everything behind an {@code @}, by name; empty where it has no value
 * @param dimension the dimension that it speaks for, where it leans
 * @param bindings the attributes whose values its texts name
 * @param written where its parts stand
 */
public record Rule(
    String id,
    String sentence,
    Map<String, String> metadata,
    Phase phase,
    Condition when,
    List<Statement> then,
    Optional<FactType> dimension,
    Map<String, Attribute> bindings,
    Written written) {

  public Rule {
    then = List.copyOf(then);
  }

  public Place at() {
    return written.whole().at();
  }

  /** How much it counts among the findings of its dimension; at least 1. */
  public int weight() {
    return Integer.parseInt(metadata.getOrDefault("weight", "1"));
  }

  /** {@code published} or {@code house}; empty where nobody said. */
  public String source() {
    return metadata.getOrDefault("source", "");
  }

  /**
   * What decides where this rule decides: {@code boundary}, {@code balance}; empty where nobody
   * said.
   */
  public String decidedBy() {
    return metadata.getOrDefault("decidedBy", "");
  }

  /**
   * The outcome whose voices stand for the one that it recommends, where no dimension leans to that
   * itself.
   */
  public Optional<String> voicesOf() {
    return Optional.ofNullable(metadata.get("voices"));
  }

  public boolean says(Verb verb) {
    for (Statement statement : then) {
      if (statement.verb() == verb) {
        return true;
      }
    }
    return false;
  }

  public boolean marks(String mark) {
    return metadata.containsKey(mark);
  }
}
