package dev.rolecall.ruleset;

import dev.rolecall.situation.Answer;
import dev.rolecall.situation.PhraseTable;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;

/** Values that follow from the text of an attribute by a table. */
record Derivation(Attribute from, PhraseTable table) {

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
