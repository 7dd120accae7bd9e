package dev.rolecall.intake;

import dev.rolecall.situation.ValueReader;
import dev.rolecall.situation.Words;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Understands the cells of exports, in which people are freer than in a questionnaire: yes and no
 * in their usual spellings, numbers with separators, ranges, lists.
 */
final class CellReader {

  private static final Set<String> YES =
      Set.of("x", "✓", "✔", "☑", "ja", "j", "wahr", "oui", "o", "vrai", "sí", "si", "s", "sim");

  private static final Set<String> NO = Set.of("nein", "falsch", "non", "faux", "não");

  private static final Set<String> UNKNOWN = Set.of("tbd", "tba", "n.a.", "na", "null", "–", "—");

  /** A list in a cell is parted by semicolons, lines, bars or commas. */
  private static final String PARTS = "[;\\n|,•]";

  private final Understanding understanding;

  CellReader(Understanding understanding) {
    this.understanding = understanding;
  }

  /**
   * What a cell came to.
   *
   * @param value null where nothing is known
   * @param note what was done to come to it, or why nothing is known; null where it is plain
   * @param problem what is wrong with it; null where nothing is
   */
  record Read(@Nullable Object value, @Nullable String note, @Nullable String problem) {
    private static final Read NOTHING = new Read(null, null, null);

    private static Read of(ValueReader.Reading reading) {
      return new Read(reading.value(), null, reading.problem());
    }
  }

  Read read(Attribute attribute, String cell) {
    ValueType type = attribute.type();
    if (type instanceof ValueType.Text) {
      return Read.of(ValueReader.read(type, cell));
    }
    String word = cell.strip().toLowerCase(Locale.ROOT);
    if (UNKNOWN.contains(word)) {
      return Read.NOTHING;
    }
    if (type instanceof ValueType.YesNo && (YES.contains(word) || NO.contains(word))) {
      return new Read(YES.contains(word), null, null);
    }
    boolean number = type instanceof ValueType.WholeNumber || type instanceof ValueType.Decimal;
    Amount amount = number ? Amount.of(attribute, cell) : null;
    return amount == null
        ? Read.of(ValueReader.read(type, cell))
        : amount.isSingle() ? new Read(amount.value(type), null, null) : range(attribute, amount);
  }

  /** A range is a value where no rule tells its values apart, and else an open question. */
  private Read range(Attribute attribute, Amount amount) {
    BigDecimal most = amount.most() == null ? most(attribute.type()) : amount.most();
    boolean alike = most != null && understanding.isAlike(attribute, amount.least(), most);
    return alike
        ? new Read(
            amount.value(attribute.type()),
            "ranges that the rules treat alike, read as their least value",
            null)
        : new Read(null, "ranges in which the rules tell values apart, left open", null);
  }

  private static @Nullable BigDecimal most(ValueType type) {
    return type instanceof ValueType.WholeNumber whole
        ? BigDecimal.valueOf(whole.most())
        : ((ValueType.Decimal) type).most();
  }

  /**
   * @param named the attributes that a cell names, each once
   * @param others what it names besides
   */
  record Named(Set<Attribute> named, List<String> others) {}

  /** The attributes of a fact that a cell lists: {@code schedule; risk register}. */
  Named list(FactType fact, Column column, String cell) {
    Set<Attribute> named = new LinkedHashSet<>();
    List<String> others = new ArrayList<>();
    for (String part : cell.split(PARTS)) {
      if (column.maps(part)) {
        column.mapped(part).ifPresent(attribute -> named.add((Attribute) attribute));
      } else if (!Words.key(part).isEmpty() && !ValueReader.saysUnknown(part)) {
        Attribute attribute = named(fact, part);
        if (attribute == null) {
          others.add(part.strip());
        } else {
          named.add(attribute);
        }
      }
    }
    return new Named(named, others);
  }

  private @Nullable Attribute named(FactType fact, String part) {
    String key = Words.key(part);
    for (Attribute attribute : fact.attributes()) {
      String name = Words.key(attribute.name());
      if (key.equals(name) || key.equals(name + "s")) {
        return attribute;
      }
    }
    Column.Meaning meaning = understanding.names().of(part).meaning();
    return meaning instanceof Column.Value value && value.attribute().fact().equals(fact.name())
        ? value.attribute()
        : null;
  }
}
