package dev.rolecall.cue;

import java.util.Set;

/** One place of a phrase. */
sealed interface Part {

  /** A word in its singular, which its plural matches too. */
  record Word(String singular) implements Part {}

  /** Any word that begins so: {@code depend*}. */
  record Beginning(String letters) implements Part {}

  /** One of several words: {@code (several|many)}. */
  record OneOf(Set<Part> words) implements Part {
    public OneOf {
      words = Set.copyOf(words);
    }
  }

  /** A number: {@code #}. */
  record Number() implements Part {}

  /** Up to {@link Phrases#GAP} words that do not matter: {@code ...}. */
  record Gap() implements Part {}
}
