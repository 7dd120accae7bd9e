package dev.rolecall.vocabulary;

import dev.rolecall.problem.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Attributes that belong together. A situation holds exactly one fact of each type, whatever is
 * known of it.
 *
 * @param name as in rules, {@code TechnicalDepth}
 * @param role what the fact is for
 */
public record FactType(String name, Role role, List<Attribute> attributes, Place at) {

  public enum Role {
    /** A dimension of the comparison; it has one voice. */
    DIMENSION,
    /** About the work, without a voice. */
    TEST,
    /** What frames the situation (a title, a place): not an answer about the work. */
    CONTEXT,
    /** Made by the engine between the phases. */
    ENGINE
  }

  public FactType {
    attributes = List.copyOf(attributes);
  }

  /** Of the name alone, which tells the facts of a vocabulary apart. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** The name in files and on pages, {@code technicalDepth}. */
  public String key() {
    return keyOf(name);
  }

  /** The name in a sentence, {@code Technical depth}. */
  public String title() {
    String words = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  public static String keyOf(String factName) {
    return Character.toLowerCase(factName.charAt(0)) + factName.substring(1);
  }

  public Optional<Attribute> attribute(String attributeName) {
    return attributes.stream().filter(a -> a.name().equals(attributeName)).findFirst();
  }

  public List<String> attributeNames() {
    return attributes.stream().map(Attribute::name).toList();
  }
}
