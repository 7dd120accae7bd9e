package dev.rolecall.decision;

/**
 * What a rule may say: the {@code verdict} on its right side. Editors complete from it and rule
 * files name it; the engine reads the statements as data and runs none of them.
 */
public interface Verdict {

  /** Phase 1: this finding speaks for an outcome, because of what it found. */
  void leans(Enum<?> outcome, String because);

  /** Phase 1: the question does not arise; nothing else is evaluated. */
  void outOfScope(String because);

  /**
   * Phase 2: the answer. Exactly one outcome may be recommended, or none with {@link
   * #inconclusive}.
   */
  void recommend(Enum<?> outcome, String because);

  /** Phase 2: what is known does not lead to an answer. */
  void inconclusive(String because);

  /**
   * Phase 2, or 3 in a rule that reads the recommendation: a question worth asking, by path;
   * dropped where it is answered.
   */
  void ask(String attribute);

  /** Phase 3: something to look at before acting on the recommendation. */
  void warn(Enum<?> kind, String text);

  /** Phase 3: something that helps to act on it. */
  void suggest(Enum<?> topic, String text);
}
