package dev.rolecall.explain;

import dev.rolecall.rule.Statement;
import dev.rolecall.rule.Verb;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.EnumType;
import dev.rolecall.vocabulary.Vocabulary;

/** What a rule says, in words. */
public final class StatementWords {

  private StatementWords() {}

  /** {@code leans to}, {@code warns}. */
  public static String verb(Verb verb) {
    return switch (verb) {
      case LEANS -> "leans to";
      case OUT_OF_SCOPE -> "out of scope";
      case RECOMMEND -> "recommends";
      case INCONCLUSIVE -> "inconclusive";
      case ASK -> "asks";
      case WARN -> "warns";
      case SUGGEST -> "suggests";
    };
  }

  /** What it is about: the constant's label, the question of an attribute; or empty. */
  public static String label(Vocabulary vocabulary, Statement statement) {
    String about = statement.about().orElse("");
    return statement
        .verb()
        .about()
        .flatMap(vocabulary::withRole)
        .flatMap((EnumType type) -> type.constant(about))
        .map(c -> c.label())
        .or(() -> vocabulary.attribute(about).map(Attribute::question))
        .orElse(about);
  }
}
