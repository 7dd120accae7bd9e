package dev.rolecall.record;

import dev.rolecall.decision.Outcome;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.rule.Statement;
import dev.rolecall.rule.Verb;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rules say in the same words each time. It stands in the archived rules, so a decision does
 * not repeat it.
 */
final class RuleTexts {

  private final Map<List<Object>, String> constant = new HashMap<>();

  RuleTexts(Rulebook rulebook) {
    Set<List<Object>> seen = new HashSet<>();
    Set<List<Object>> twice = new HashSet<>();
    for (Rule rule : rulebook.rules()) {
      for (Statement statement : rule.then()) {
        List<Object> saying = saying(rule.id(), statement.verb(), statement.about().orElse(null));
        if (!seen.add(saying)) {
          twice.add(saying);
        }
        statement
            .text()
            .filter(t -> t.names().isEmpty())
            .ifPresent(t -> constant.put(saying, t.template()));
      }
    }
    constant.keySet().removeAll(twice);
  }

  private static List<Object> saying(String rule, Verb verb, @Nullable String about) {
    return List.of(rule, verb, about == null ? "" : about);
  }

  /** What a rule always says; empty where it has places for values, or says two things of one. */
  Optional<String> constant(String rule, Verb verb, @Nullable String about) {
    return Optional.ofNullable(constant.get(saying(rule, verb, about)));
  }

  /** What the one rule that decided always says. */
  Optional<String> constant(Outcome.Kind kind, @Nullable String answer, List<String> rules) {
    Verb verb =
        switch (kind) {
          case RECOMMENDED -> Verb.RECOMMEND;
          case INCONCLUSIVE -> Verb.INCONCLUSIVE;
          case OUT_OF_SCOPE -> Verb.OUT_OF_SCOPE;
        };
    return rules.size() == 1 ? constant(rules.get(0), verb, answer) : Optional.empty();
  }
}
