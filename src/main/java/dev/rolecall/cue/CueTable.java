package dev.rolecall.cue;

import com.google.re2j.Pattern;
import dev.rolecall.rule.Alike;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.ValueType;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All cues of a ruleset, ready to be found.
 *
 * @param meanings what is meant, by the position that phrases and patterns name
 * @param alike which numbers the rules cannot tell apart
 */
record CueTable(List<Meaning> meanings, Phrases phrases, List<Written> patterns, Alike alike) {

  /** A pattern, and the position of what it means. */
  record Written(int phrase, Pattern pattern) {}

  CueTable {
    meanings = List.copyOf(meanings);
    patterns = List.copyOf(patterns);
  }

  /**
   * The value of an attribute that a number in a sentence comes to: of a range its least, where the
   * rules treat all of the range alike; else null.
   */
  @Nullable Object number(Attribute attribute, Tokens tokens, Match match) {
    Quantity said = match.number() < 0 ? null : Quantity.at(tokens, match.number());
    BigDecimal lowest = least(attribute.type());
    BigDecimal highest = most(attribute.type());
    if (said == null || lowest == null || highest == null) {
      return null;
    }
    BigDecimal least = said.least() == null ? lowest : BigDecimal.valueOf(said.least());
    BigDecimal most = said.most() == null ? highest.max(least) : BigDecimal.valueOf(said.most());
    Object value =
        attribute.type() instanceof ValueType.WholeNumber ? least.intValueExact() : (Object) least;
    boolean one = attribute.type().allows(value) && alike.are(attribute, least, most);
    return one ? value : null;
  }

  private static @Nullable BigDecimal least(ValueType type) {
    return type instanceof ValueType.WholeNumber whole
        ? BigDecimal.valueOf(whole.least())
        : type instanceof ValueType.Decimal decimal ? decimal.least() : null;
  }

  private static @Nullable BigDecimal most(ValueType type) {
    return type instanceof ValueType.WholeNumber whole
        ? BigDecimal.valueOf(whole.most())
        : type instanceof ValueType.Decimal decimal ? decimal.most() : null;
  }
}
