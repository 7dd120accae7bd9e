package dev.rolecall.ruleset;

import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Statement;
import dev.rolecall.rule.Text;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What rules say of one case in words: their texts, filled, and the facts that they read. */
final class Wording {

  private final Ruleset ruleset;
  private final Situation situation;
  private final EngineValues values;
  private final boolean wanted;

  /**
   * @param wanted whether texts are filled and facts listed; it costs most of the time
   */
  Wording(Ruleset ruleset, Situation situation, EngineValues values, boolean wanted) {
    this.ruleset = ruleset;
    this.situation = situation;
    this.values = values;
    this.wanted = wanted;
  }

  /** The values that a rule read, by path; those that are unknown are missing. */
  Map<String, Object> facts(Rule rule) {
    if (!wanted) {
      return Map.of();
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    for (Attribute attribute : ruleset.readBy(rule.id())) {
      Object value = situation.value(attribute);
      if (value != null) {
        facts.put(attribute.path(), value);
      }
    }
    return facts;
  }

  String text(Rule rule, Statement statement) {
    if (!wanted) {
      return "";
    }
    Text text = statement.text().orElseThrow();
    return text.fill(name -> value(name, rule));
  }

  private String value(String name, Rule rule) {
    Attribute attribute = rule.bindings().get(name);
    if (attribute == null) {
      return dimensions(name.equals("for") ? values.dimensionsFor() : values.dimensionsAgainst());
    }
    Object value = values.value(attribute, situation);
    return value == null ? "unknown" : attribute.type().print(value);
  }

  private String dimensions(List<String> dimensions) {
    List<String> titles = dimensions.stream().map(ruleset::titleOf).toList();
    int last = titles.size() - 1;
    return last < 0
        ? "no dimension"
        : last == 0
            ? titles.get(0)
            : String.join(", ", titles.subList(0, last)) + " and " + titles.get(last);
  }
}
