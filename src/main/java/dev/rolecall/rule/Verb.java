package dev.rolecall.rule;

import dev.rolecall.vocabulary.EnumType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a rule can say. */
public enum Verb {
  LEANS("leans", Phase.FINDINGS, EnumType.Role.OUTCOMES, true),
  OUT_OF_SCOPE("outOfScope", Phase.FINDINGS, null, true),
  RECOMMEND("recommend", Phase.OUTCOME, EnumType.Role.OUTCOMES, true),
  INCONCLUSIVE("inconclusive", Phase.OUTCOME, null, true),
  ASK("ask", Phase.OUTCOME, null, false),
  WARN("warn", Phase.ADVICE, EnumType.Role.WARNINGS, true),
  SUGGEST("suggest", Phase.ADVICE, EnumType.Role.TOPICS, true);

  private final String word;
  private final Phase phase;
  private final EnumType.@Nullable Role about;
  private final boolean text;

  Verb(String word, Phase phase, EnumType.@Nullable Role about, boolean text) {
    this.word = word;
    this.phase = phase;
    this.about = about;
    this.text = text;
  }

  /** As it is written in a rule. */
  public String word() {
    return word;
  }

  /**
   * When it is said. A question can also be asked in the last phase, where the outcome is known.
   */
  public Phase phase() {
    return phase;
  }

  public boolean isSaidIn(Phase other) {
    return other == phase || (this == ASK && other == Phase.ADVICE);
  }

  /** The role of the enum whose constant is the first argument; empty where the verb takes none. */
  public Optional<EnumType.Role> about() {
    return Optional.ofNullable(about);
  }

  public boolean hasText() {
    return text;
  }

  public static Optional<Verb> of(String word) {
    return Arrays.stream(values()).filter(v -> v.word.equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Verb::word).toList();
  }
}
