package dev.rolecall.explain;

import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.Constant;
import dev.rolecall.vocabulary.EnumType;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.ValueType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
      Optional<EnumType> same =
          other.enums().stream().filter(e -> e.name().equals(type.name())).findFirst();
      if (same.isPresent()) {
        described.put(type.name(), order(type, same.get()));
        type.constants().forEach(c -> described.put(type.name() + "." + c.name(), choice(type, c)));
      } else {
        described.put(type.name(), choices(type));
      }
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

  /** An enum that only one of the two has is told as a whole. */
  private static Described choices(EnumType type) {
    Described described = described(type);
    type.constants().forEach(c -> described.with(c.name(), c.label()));
    return described;
  }

  private static Described order(EnumType type, EnumType other) {
    return described(type).with("order", common(type, other));
  }

  private static Described described(EnumType type) {
    return new Described(type.name(), "").with("role", inWords(type.role()));
  }

  private static Described choice(EnumType type, Constant constant) {
    return new Described(type.name() + "." + constant.name(), "choice")
        .with("label", constant.label());
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
