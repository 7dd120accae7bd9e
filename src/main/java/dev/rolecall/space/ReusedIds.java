package dev.rolecall.space;

import dev.rolecall.problem.Problem;
import dev.rolecall.rule.Condition;
import dev.rolecall.rule.Region;
import dev.rolecall.rule.Regions;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.rule.Statement;
import dev.rolecall.rule.Test;
import dev.rolecall.vocabulary.FactType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ids that an older version gave to another rule: a record of then would be read as if it spoke of
 * the rule of today. A rule that comes back as it was is no other rule.
 */
final class ReusedIds {

  private ReusedIds() {}

  /**
   * @param former the newest last; what it holds is only changed, not reused
   */
  static List<Problem> in(Rulebook rulebook, List<Rulebook> former) {
    List<Problem> remarks = new ArrayList<>();
    for (Rule rule : rulebook.rules()) {
      newest(rule.id(), former)
          .filter(older -> isAnother(rule, older))
          .ifPresent(
              older ->
                  remarks.add(
                      new Problem(
                          rule.at(),
                          "`@id("
                              + rule.id()
                              + ")` was the id of another rule in an older version, \""
                              + older.sentence()
                              + "\"; records of then name it, so choose a new one")));
    }
    return remarks;
  }

  private static Optional<Rule> newest(String id, List<Rulebook> former) {
    if (former.isEmpty() || former.get(former.size() - 1).rule(id).isPresent()) {
      return Optional.empty();
    }
    return former.stream().flatMap(f -> f.rule(id).stream()).reduce((older, newer) -> newer);
  }

  private static boolean isAnother(Rule rule, Rule older) {
    return !dimension(rule).equals(dimension(older))
        || !says(rule).equals(says(older))
        || !isSame(rule.when(), older.when());
  }

  private static String dimension(Rule rule) {
    return rule.dimension().map(FactType::name).orElse("");
  }

  private static List<String> says(Rule rule) {
    return rule.then().stream().map((Statement s) -> s.verb() + s.about().orElse("")).toList();
  }

  private static boolean isSame(Condition condition, Condition older) {
    Map<String, String> kinds = kinds(condition);
    if (kinds(older).entrySet().stream()
        .anyMatch(k -> !k.getValue().equals(kinds.getOrDefault(k.getKey(), k.getValue())))) {
      return false;
    }
    Regions regions = Regions.over(Stream.of(condition, older));
    Optional<Region> now = regions.of(condition);
    Optional<Region> then = regions.of(older);
    return now.isEmpty()
        || then.isEmpty() // it cannot be told, so nothing is said
        || (now.get().isWithin(then.get(), regions) && then.get().isWithin(now.get(), regions));
  }

  /** The kind of value of each attribute, by path. */
  private static Map<String, String> kinds(Condition condition) {
    return condition
        .comparisons()
        .map(Test.Comparison::attribute)
        .collect(
            Collectors.toMap(
                a -> a.path(), a -> a.type().getClass().getSimpleName(), (one, same) -> one));
  }
}
