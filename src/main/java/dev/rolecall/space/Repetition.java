package dev.rolecall.space;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.rule.EngineFacts;
import dev.rolecall.rule.Phase;
import dev.rolecall.rule.Region;
import dev.rolecall.rule.Regions;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.rule.Statement;
import dev.rolecall.rule.Test;
import dev.rolecall.rule.Text;
import dev.rolecall.rule.Verb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules that can never speak, or never alone; tests that test nothing. */
final class Repetition {

  private final Regions regions;
  private final Map<Rule, Region> where = new HashMap<>();
  private final List<Problem> remarks = new ArrayList<>();

  private Repetition(Regions regions) {
    this.regions = regions;
  }

  static List<Problem> in(Rulebook rulebook) {
    List<Rule> rules = rulebook.rules();
    Repetition repetition = new Repetition(Regions.over(rules.stream().map(Rule::when)));
    Map<String, List<Rule>> together = new LinkedHashMap<>();
    for (Rule rule : rules) {
      rule.when().comparisons().forEach(repetition::always);
      Optional<Region> region = repetition.regions.of(rule.when());
      if (region.isPresent() && region.get().isNowhere()) {
        repetition.remark(rule.at(), "it can never speak: its conditions contradict each other");
      } else if (region.isPresent()) {
        repetition.where.put(rule, region.get());
        together.computeIfAbsent(subject(rule), s -> new ArrayList<>()).add(rule);
      }
    }
    together.values().forEach(repetition::compare);
    return repetition.remarks;
  }

  /** What the engine counts has no range that a person knows of, so nothing is said about it. */
  private void always(Test.Comparison comparison) {
    if (!EngineFacts.names().contains(comparison.attribute().fact())
        && regions.isAlways(comparison)) {
      remark(
          comparison.span().at(),
          "it holds of every known value of "
              + comparison.attribute().path()
              + ", which is "
              + comparison.attribute().type().expectation()
              + "; `"
              + comparison.attribute().name()
              + " != null` says the same");
    }
  }

  /** Only rules about the same thing can repeat or contradict each other. */
  private static String subject(Rule rule) {
    if (rule.phase() == Phase.FINDINGS) {
      return "dimension " + rule.dimension().map(d -> d.name()).orElse("");
    }
    boolean decides = rule.says(Verb.RECOMMEND) || rule.says(Verb.INCONCLUSIVE);
    return decides ? "outcome" : gist(rule);
  }

  private static String gist(Rule rule) {
    StringBuilder gist = new StringBuilder();
    for (Statement statement : rule.then()) {
      gist.append(statement.verb()).append(' ').append(statement.about().orElse("")).append('\n');
      if (statement.verb() == Verb.SUGGEST) { // a topic has many suggestions
        gist.append(statement.text().map(Text::template).orElse("")).append('\n');
      }
    }
    return gist.toString();
  }

  private void compare(List<Rule> rules) {
    for (int i = 0; i < rules.size(); i++) {
      for (int j = 0; j < rules.size(); j++) {
        if (i != j && isWithin(rules.get(i), rules.get(j))) {
          boolean alike = isWithin(rules.get(j), rules.get(i));
          if (!alike || j < i) {
            within(rules.get(i), rules.get(j), alike);
          }
        }
      }
    }
  }

  private boolean isWithin(Rule rule, Rule other) {
    Region region = where.get(rule);
    Region wider = where.get(other);
    return region != null && wider != null && region.isWithin(wider, regions);
  }

  private void within(Rule rule, Rule other, boolean alike) {
    boolean same = gist(rule).equals(gist(other));
    String named = "`" + other.id() + "` (" + other.at().fileAndLine() + ")";
    if (alike) {
      remark(
          rule.at(),
          named
              + " has the same condition and says "
              + (same ? "the same; one of them is enough" : "something else; are both meant?"));
    } else if (same) {
      remark(rule.at(), "whenever it speaks, " + named + " speaks as well and says the same");
    }
  }

  private void remark(Place at, String message) {
    remarks.add(new Problem(at, message));
  }
}
