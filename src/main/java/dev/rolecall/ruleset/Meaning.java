package dev.rolecall.ruleset;

import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.rule.Statement;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.EnumType;
import dev.rolecall.vocabulary.FactType;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a ruleset means: everything that an answer can depend on, without words, names of rules,
 * places and layout.
 */
final class Meaning {

  private Meaning() {}

  /**
   * @param drl the printed rules: facts, types and conditions
   * @param tables the tables by name, each with its hash
   */
  static String of(Rulebook rulebook, String drl, Map<String, String> tables) {
    StringBuilder meaning = new StringBuilder(drl);
    for (FactType fact : rulebook.vocabulary().facts()) {
      meaning.append(fact.name()).append(' ').append(fact.role()).append('\n');
      for (Attribute attribute : fact.attributes()) {
        meaning
            .append("  ")
            .append(attribute.path())
            .append(' ')
            .append(attribute.type().expectation());
        attribute.derived().ifPresent(derived -> follows(derived, meaning));
        meaning.append('\n');
      }
    }
    for (EnumType type : rulebook.vocabulary().enums()) {
      meaning.append(type.name()).append(' ').append(type.role()).append(type.names()).append('\n');
    }
    rulebook.rules().forEach(rule -> says(rule, meaning));
    tables.forEach((name, hash) -> meaning.append(name).append(' ').append(hash).append('\n'));
    return Sha256.of(meaning.toString());
  }

  private static void follows(Attribute.Derived derived, StringBuilder meaning) {
    meaning.append(" Derived[from=").append(derived.from());
    meaning.append(", table=").append(derived.table()).append(']');
  }

  private static void says(Rule rule, StringBuilder meaning) {
    Map<String, String> metadata = new TreeMap<>(rule.metadata());
    metadata.keySet().retainAll(Set.of("weight", "decidedBy", "voices", "contested", "narrow"));
    meaning.append(rule.id()).append(' ').append(metadata);
    meaning.append(' ').append(rule.dimension().map(FactType::name).orElse(""));
    for (Statement statement : rule.then()) {
      meaning.append(' ').append(statement.verb()).append(' ').append(statement.about().orElse(""));
    }
    meaning.append('\n');
  }
}
