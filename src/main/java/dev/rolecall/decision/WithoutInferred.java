package dev.rolecall.decision;

import org.jspecify.annotations.Nullable;

/**
 * What a decision would have come to had nothing been read out of a description.
 *
 * @param answer the outcome's constant; null unless recommended
 */
public record WithoutInferred(Outcome.Kind kind, @Nullable String answer) {

  public static WithoutInferred of(Outcome outcome) {
    return new WithoutInferred(outcome.kind(), outcome.answer());
  }

  /** The answer, or the kind where there is none: {@code TPM}, {@code inconclusive}. */
  public String word() {
    return answer == null ? kind.word() : answer;
  }

  /** Whether it is the same answer. */
  public boolean isAlso(Outcome outcome) {
    return word().equals(outcome.word());
  }
}
