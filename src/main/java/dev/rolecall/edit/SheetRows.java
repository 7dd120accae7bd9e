package dev.rolecall.edit;

import dev.rolecall.explain.ConditionWords;
import dev.rolecall.explain.StatementWords;
import dev.rolecall.rule.Literal;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.rule.Span;
import dev.rolecall.rule.Statement;
import dev.rolecall.rule.Test;
import dev.rolecall.rule.Text;
import dev.rolecall.rule.Verb;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.vocabulary.ValueType;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rules of a decision as rows: what of each can be changed in a cell, and what it stands for.
 */
final class SheetRows {

  static final String FILE = "File";
  static final String ID = "Id";
  static final String RULE = "Rule";
  static final String WHEN = "When";
  static final String SAYS = "Says";
  static final String TEXT = "Text";
  static final String WEIGHT = "Weight";
  static final String SOURCE = "Source";

  /** Followed by the number of the value: {@code Value 1} is what {@code What 1} asks for. */
  static final String WHAT = "What";

  static final String VALUE = "Value";

  private static final ValueType WORDS = new ValueType.Text(List.of());
  private static final ValueType WEIGHTS = new ValueType.WholeNumber(1, 99);
  private static final ValueType SOURCES = new ValueType.Text(List.of("published", "house"));

  private final RuleFiles files;
  private final Rulebook rulebook;

  private SheetRows(RuleFiles files, Rulebook rulebook) {
    this.files = files;
    this.rulebook = rulebook;
  }

  /**
   * @param rulebook read from these files
   */
  static List<SheetRow> of(RuleFiles files, Rulebook rulebook) {
    SheetRows rows = new SheetRows(files, rulebook);
    return rulebook.rules().stream().map(rows::row).toList();
  }

  /** Every column that one of the rows has, in their order on the sheet. */
  static List<String> columns(List<SheetRow> rows) {
    List<String> columns = new ArrayList<>(List.of(FILE, ID, RULE, WHEN, SAYS));
    numbered(TEXT, columns, rows);
    columns.addAll(List.of(WEIGHT, SOURCE));
    for (int i = 1; anyHas(rows, WHAT + " " + i); i++) {
      columns.addAll(List.of(WHAT + " " + i, VALUE + " " + i));
    }
    return columns;
  }

  private static void numbered(String name, List<String> columns, List<SheetRow> rows) {
    columns.add(name);
    for (int i = 2; anyHas(rows, name + " " + i); i++) {
      columns.add(name + " " + i);
    }
  }

  private static boolean anyHas(List<SheetRow> rows, String column) {
    return rows.stream().anyMatch(r -> r.cells().containsKey(column));
  }

  private SheetRow row(Rule rule) {
    Map<String, SheetCell> cells = new LinkedHashMap<>();
    cells.put(FILE, SheetCell.locked(rule.at().file()));
    cells.put(ID, SheetCell.locked(rule.id()));
    cells.put(RULE, words(rule.sentence(), rule.written().sentence()));
    cells.put(WHEN, SheetCell.locked(ConditionWords.of(rule.when())));
    cells.put(SAYS, SheetCell.locked(says(rule)));
    texts(rule, cells);
    if (rule.says(Verb.LEANS)) {
      cells.put(WEIGHT, metadata(rule, "weight", WEIGHTS, String.valueOf(rule.weight())));
    }
    cells.put(SOURCE, metadata(rule, "source", SOURCES, rule.source()));
    rule.when().comparisons().forEach(c -> comparison(c, cells));
    return new SheetRow(rule, cells);
  }

  private String says(Rule rule) {
    return rule.then().stream()
        .map(s -> (StatementWords.verb(s.verb()) + " " + about(s)).strip())
        .collect(Collectors.joining("; "));
  }

  private String about(Statement statement) {
    return StatementWords.label(rulebook.vocabulary(), statement);
  }

  private static void texts(Rule rule, Map<String, SheetCell> cells) {
    List<Text> texts = rule.then().stream().flatMap(s -> s.text().stream()).toList();
    for (int i = 0; i < texts.size(); i++) {
      Text text = texts.get(i);
      cells.put(i == 0 ? TEXT : TEXT + " " + (i + 1), words(text.template(), text.span()));
    }
  }

  private static SheetCell words(String words, Span span) {
    return SheetCell.open(words, new SheetSlot(WORDS, span, SheetRows::quoted));
  }

  private static String quoted(Object text) {
    return "\"" + text.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private SheetCell metadata(Rule rule, String name, ValueType type, String words) {
    Span written = rule.written().values().get(name);
    SheetSlot slot =
        written != null
            ? new SheetSlot(type, written, Object::toString)
            : new SheetSlot(type, behindId(rule), value -> " @" + name + "(" + value + ")");
    return SheetCell.open(words, slot);
  }

  /** Behind the parenthesis that closes {@code @id( … )}. */
  private Span behindId(Rule rule) {
    Span id = Objects.requireNonNull(rule.written().values().get("id"));
    int behind = text(rule).indexOf(')', id.end()) + 1;
    return new Span(id.at(), behind, behind);
  }

  private String text(Rule rule) {
    try {
      return files.text(rule.at().file());
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(rule.at().file(), e); // it was read before
    }
  }

  /** Unknown is neither a number nor a choice: it stays in the rule. */
  private static void comparison(Test.Comparison comparison, Map<String, SheetCell> cells) {
    ValueType type = comparison.attribute().type();
    String what = comparison.attribute().path() + " " + ConditionWords.verb(comparison.operator());
    for (Literal literal : comparison.literals()) {
      Object value = literal.value();
      if (value != null) {
        int number = 1;
        while (cells.containsKey(WHAT + " " + number)) {
          number++;
        }
        SheetSlot slot = new SheetSlot(type, literal.span(), drl(type));
        cells.put(WHAT + " " + number, SheetCell.locked(what));
        cells.put(VALUE + " " + number, SheetCell.open(SheetSlot.words(type, value), slot));
        what = "or " + comparison.attribute().name();
      }
    }
  }

  private static Function<Object, String> drl(ValueType type) {
    if (type instanceof ValueType.OneOf choice) {
      return value -> choice.type().name() + "." + value;
    }
    return type instanceof ValueType.Decimal
        ? type::print
        : type instanceof ValueType.Text ? SheetRows::quoted : Object::toString;
  }
}
