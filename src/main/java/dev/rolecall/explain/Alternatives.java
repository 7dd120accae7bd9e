package dev.rolecall.explain;

import dev.rolecall.decision.Decision;
import dev.rolecall.situation.Situation;
import dev.rolecall.space.Change;
import dev.rolecall.space.WhatIf;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What would change an answer, short enough for a page.
 *
 * @param summary what was found, in a sentence
 * @param outcomes other outcomes, each with the changes that lead to it
 * @param held what stayed as it is while changes were tried
 */
public record Alternatives(String summary, List<Other> outcomes, List<String> held) {

  /** More answers than this are not shown: four changes of one answer, two of two or three. */
  private static final int SHOWN = 4;

  private static final int FEWEST_SHOWN = 2;

  /** Other values that do as well; more stand behind an ellipsis. */
  private static final int VALUES_SHOWN = 3;

  private static final int HELD_SHOWN = 2;

  /** Another outcome and the smallest changes that lead to it. */
  public record Other(String outcome, List<String> changes) {}

  static Alternatives of(Decision decision, WhatIf.Found found) {
    Map<String, List<Change>> byOutcome =
        found.changes().stream()
            .collect(
                Collectors.groupingBy(Change::outcome, LinkedHashMap::new, Collectors.toList()));
    List<Other> outcomes = new ArrayList<>();
    byOutcome.forEach(
        (outcome, changes) ->
            outcomes.add(new Other(ChangeWords.label(decision, outcome), ways(decision, changes))));
    return new Alternatives(summary(found), List.copyOf(outcomes), held(decision.situation()));
  }

  private static String summary(WhatIf.Found found) {
    String size = ChangeWords.answers(found.attributes());
    if (found.changes().isEmpty()) {
      return found.complete()
          ? "No change of up to " + size + " does."
          : "None was found before the bound on work was reached.";
    }
    String summary =
        found.attributes() == 1
            ? "One answer is enough."
            : "It takes " + size + "; no smaller change does it.";
    return summary + (found.complete() ? "" : " There may be more such changes.");
  }

  private static List<String> ways(Decision decision, List<Change> changes) {
    return OnePage.shortened(
        WhatIf.byAttributes(changes).values().stream()
            .map(group -> way(decision.situation(), group))
            .toList(),
        Math.max(FEWEST_SHOWN, SHOWN / changes.get(0).values().size()));
  }

  private static String way(Situation situation, List<Change> group) {
    return group.get(0).values().keySet().stream()
        .map(attribute -> part(situation, attribute, group))
        .collect(Collectors.joining(" + "));
  }

  private static String part(Situation situation, Attribute attribute, List<Change> group) {
    List<String> values =
        group.stream()
            .map(c -> ChangeWords.printed(attribute, c.values().get(attribute)))
            .distinct()
            .toList();
    String some = values.stream().limit(VALUES_SHOWN).collect(Collectors.joining(" or "));
    return OnePage.asked(attribute)
        + " "
        + some
        + (values.size() > VALUES_SHOWN ? " or …" : "")
        + " (now "
        + ChangeWords.printed(attribute, situation.value(attribute))
        + ")";
  }

  /** What is asked beside the dimensions, and its answer. */
  static List<String> held(Situation situation) {
    return OnePage.shortened(
        situation.vocabulary().facts().stream()
            .filter(f -> f.role() == FactType.Role.TEST)
            .flatMap(f -> f.attributes().stream())
            .filter(a -> !a.question().isEmpty())
            .map(a -> a.question() + " " + ChangeWords.printed(a, situation.value(a)))
            .toList(),
        HELD_SHOWN);
  }
}
