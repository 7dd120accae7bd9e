package dev.rolecall.vocabulary;

import dev.rolecall.problem.Place;
import java.util.Optional;

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
