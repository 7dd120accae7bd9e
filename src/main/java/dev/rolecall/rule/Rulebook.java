package dev.rolecall.rule;

import dev.rolecall.vocabulary.Vocabulary;
import java.util.List;
import java.util.Optional;

/**
 * All rules of a decision, in the order of their files and their place in them, with the words that
 * they use.
 */
public record Rulebook(Vocabulary vocabulary, List<Rule> rules) {

  public Rulebook {
    rules = List.copyOf(rules);
  }

  public Optional<Rule> rule(String id) {
    return rules.stream().filter(r -> r.id().equals(id)).findFirst();
  }

  public List<String> ids() {
    return rules.stream().map(Rule::id).toList();
  }
}
