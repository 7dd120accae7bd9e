package dev.rolecall.ruleset;

import dev.rolecall.situation.Answer;
import dev.rolecall.situation.PhraseTable;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.util.List;

/**
 * Values that follow from the text of an attribute by a table.
 *
 * @param derived the attributes that the table can set
 */
record Derivation(Attribute from, PhraseTable table, List<Attribute> derived) {

  /** Whether there is a text, and something that could follow from it and is not known. */
  boolean appliesTo(Situation situation) {
    if (situation.value(from) == null) {
      return false;
    }
    for (Attribute attribute : derived) {
      if (situation.value(attribute) == null) {
        return true;
      }
    }
    return false;
  }

  /** Sets what follows from the text, where nothing is stated. */
  void apply(String text, Situation.Builder situation) {
    table
        .lookUp(text)
        .forEach(
            (attribute, value) -> {
              if (situation.get(attribute) == null) {
                situation.set(attribute, Answer.derived(value));
              }
            });
  }
}
