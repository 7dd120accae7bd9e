package dev.rolecall.vocabulary;

import dev.rolecall.problem.Place;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be known of a situation.
 *
 * @param fact the name of its fact type, {@code Scope}
 * @param path its name in every file and on every page, {@code scope.teams}
 * @param index its position among all attributes of the vocabulary, from 0
 * @param question what a person is asked; empty where nobody is asked
 * @param derived where its value comes from when nobody states it
 */
public record Attribute(
    String fact,
    String name,
    String path,
    int index,
    ValueType type,
    String question,
    Optional<Derived> derived,
    Place at) {

  /** As a record's own, but without the reflection that would be done at each start. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Attribute that
            && index == that.index
            && path.equals(that.path)
            && fact.equals(that.fact)
            && name.equals(that.name)
            && type.equals(that.type)
            && question.equals(that.question)
            && derived.equals(that.derived)
            && at.equals(that.at));
  }

  /** Of the path alone, which tells the attributes of a vocabulary apart. */
  @Override
  public int hashCode() {
    return path.hashCode();
  }

  /**
   * A value that follows from a text by a table of phrases.
   *
   * @param from the path of the text
   * @param table the file in the rules folder
   */
  public record Derived(String from, String table) {}
}
