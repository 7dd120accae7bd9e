package dev.rolecall.explain;

import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.EnumType;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.ValueType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A vocabulary part by part: facts, attributes and enums. */
final class DescribedWords {

  private DescribedWords() {}

  /**
   * By name.
   *
   * @param other the vocabulary that it will be compared with: the order of an enum is that of the
   *     constants that both have
   */
  static Map<String, Described> of(Vocabulary vocabulary, Vocabulary other) {
    Map<String, Described> described = new LinkedHashMap<>();
    for (EnumType type : vocabulary.enums()) {
      described.put(type.name(), choices(type, other));
    }
    for (FactType fact : vocabulary.facts()) {
      described.put(fact.name(), new Described(fact.name(), "").with("role", inWords(fact.role())));
      fact.attributes().forEach(a -> described.put(a.path(), attribute(a)));
    }
    described.put(
        "",
        new Described(vocabulary.decision(), "")
            .with("recorded", vocabulary.recorded() ? "yes" : "no"));
    return described;
  }

  private static Described choices(EnumType type, Vocabulary other) {
    Described described = new Described(type.name(), "").with("role", inWords(type.role()));
    type.constants().forEach(c -> described.with(c.name(), c.label()));
    other.enums().stream()
        .filter(same -> same.name().equals(type.name()))
        .findFirst()
        .ifPresent(same -> described.with("order", common(type, same)));
    return described;
  }

  private static String common(EnumType type, EnumType other) {
    List<String> names = new ArrayList<>(type.names());
    names.retainAll(other.names());
    return String.join(", ", names);
  }

  private static Described attribute(Attribute attribute) {
    Described described =
        new Described(attribute.path(), "")
            .with("answer", answer(attribute.type()))
            .with("question", attribute.question());
    attribute.derived().ifPresent(d -> described.with("derived", d.from() + " by " + d.table()));
    return described;
  }

  /** The constants of an enum are told with the enum. */
  private static String answer(ValueType type) {
    return type instanceof ValueType.OneOf choice
        ? "one of " + choice.type().name()
        : type.expectation().replace("`", "");
  }

  private static String inWords(Enum<?> role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
