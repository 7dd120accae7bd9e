package dev.rolecall.situation;

import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one case: an answer, or nothing, for each attribute of the vocabulary.
 * Immutable.
 */
public final class Situation {

  private final String id;
  private final Vocabulary vocabulary;
  private final @Nullable Answer[] answers;

  private Situation(String id, Vocabulary vocabulary, @Nullable Answer[] answers) {
    this.id = id;
    this.vocabulary = vocabulary;
    this.answers = answers;
  }

  public static Builder of(Vocabulary vocabulary, String id) {
    return new Builder(vocabulary, id, new Answer[vocabulary.attributes().size()]);
  }

  /** The id that the case has elsewhere, {@code REQ-1042}; empty where it has none. */
  public String id() {
    return id;
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  public Optional<Answer> answer(Attribute attribute) {
    return Optional.ofNullable(answers[attribute.index()]);
  }

  /** The value of an attribute, or null where it is not known. */
  public @Nullable Object value(Attribute attribute) {
    Answer answer = answers[attribute.index()];
    return answer == null ? null : answer.value();
  }

  /** How many answers about the work have this origin; what frames the situation does not count. */
  public int count(Origin origin) {
    int count = 0;
    for (FactType fact : vocabulary.facts()) {
      if (fact.role() != FactType.Role.CONTEXT) {
        for (Attribute attribute : fact.attributes()) {
          Answer answer = answers[attribute.index()];
          count += answer != null && answer.origin() == origin ? 1 : 0;
        }
      }
    }
    return count;
  }

  /**
   * Without what was read out of a description, and what follows from that; empty where nothing
   * was.
   */
  public Optional<Situation> withoutInferred() {
    Set<String> inferred = new HashSet<>();
    for (Attribute attribute : vocabulary.attributes()) {
      Answer answer = answers[attribute.index()];
      if (answer != null && answer.origin() == Origin.INFERRED) {
        inferred.add(attribute.path());
      }
    }
    if (inferred.isEmpty()) {
      return Optional.empty();
    }
    Builder bare = change();
    for (Attribute attribute : vocabulary.attributes()) {
      Answer answer = answers[attribute.index()];
      boolean follows =
          answer != null
              && answer.origin() == Origin.DERIVED
              && attribute.derived().filter(d -> inferred.contains(d.from())).isPresent();
      if (follows || inferred.contains(attribute.path())) {
        bare.set(attribute, null);
      }
    }
    return Optional.of(bare.build());
  }

  /** A builder that starts from these answers. */
  public Builder change() {
    return new Builder(vocabulary, id, answers.clone());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Situation that
        && id.equals(that.id)
        && Arrays.equals(answers, that.answers);
  }

  @Override
  public int hashCode() {
    return 31 * id.hashCode() + Arrays.hashCode(answers);
  }

  public static final class Builder {
    private final Vocabulary vocabulary;
    private final String id;
    private final @Nullable Answer[] answers;

    private Builder(Vocabulary vocabulary, String id, @Nullable Answer[] answers) {
      this.vocabulary = vocabulary;
      this.id = id;
      this.answers = answers;
    }

    /**
     * Sets an answer; null makes it unknown. The value must be one that the attribute's type
     * allows.
     */
    public Builder set(Attribute attribute, @Nullable Answer answer) {
      if (answer != null && !attribute.type().allows(answer.value())) {
        throw new IllegalArgumentException(attribute.path() + " cannot be " + answer.value());
      }
      answers[attribute.index()] = answer;
      return this;
    }

    public @Nullable Answer get(Attribute attribute) {
      return answers[attribute.index()];
    }

    public Situation build() {
      return new Situation(id, vocabulary, answers.clone());
    }
  }
}
