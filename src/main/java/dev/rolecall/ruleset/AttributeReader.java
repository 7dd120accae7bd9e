package dev.rolecall.ruleset;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.EnumType;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.TypeFieldDescr;
import org.jspecify.annotations.Nullable;

/** Reads one attribute of a fact: its type, its bounds, its question, what it is derived from. */
final class AttributeReader {

  private static final Pattern RANGE =
      Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\.\\.(-?\\d+(?:\\.\\d+)?)");
  private static final Set<String> VALUE = Set.of("value");
  private static final List<String> ANNOTATIONS = List.of("ask", "range", "derived");
  private static final List<String> TYPES = List.of("Integer", "Boolean", "String", "BigDecimal");
  private static final ValueType TEXT = new ValueType.Text(List.of());

  private final SourceFile source;
  private final String fact;
  private final TypeFieldDescr field;
  private final String name;
  private final Place at;
  private final Map<String, EnumType> enums;
  private final List<Problem> problems;

  /**
   * @param enums by name, what its type can be beside those of the language
   */
  AttributeReader(
      SourceFile source,
      String fact,
      TypeFieldDescr field,
      Map<String, EnumType> enums,
      List<Problem> problems) {
    this.source = source;
    this.fact = fact;
    this.field = field;
    this.name = field.getFieldName();
    this.at = source.placeOf(name, field.getLine());
    this.enums = enums;
    this.problems = problems;
  }

  /**
   * @param index its position among all attributes of the vocabulary
   */
  Attribute read(int index) {
    name();
    if (field.getInitExpr() != null) {
      problem("`" + name + "` has a default; an attribute that nobody answered is unknown");
    }
    PersonalData.whatItIs(fact, name)
        .ifPresent(
            what ->
                problem(
                    "`"
                        + name
                        + "` is about a person ("
                        + what
                        + "); a vocabulary describes work, never people"));
    annotations();
    String question = question();
    String path = FactType.keyOf(fact) + "." + name;
    return new Attribute(fact, name, path, index, type(), question, derived(), at);
  }

  private void name() {
    if (!VocabularyReader.isName(name) || !Character.isLowerCase(name.charAt(0))) {
      problem(
          "`" + name + "` is not a name for an attribute; it is written like `oneTeamCanDeliver`");
    }
  }

  private void annotations() {
    for (String annotation : field.getAnnotationNames()) {
      if (!ANNOTATIONS.contains(annotation)) {
        problem(Annotations.unknown(annotation, ANNOTATIONS));
      }
    }
  }

  private boolean has(String annotation) {
    return field.getAnnotationNames().contains(annotation);
  }

  private String question() {
    String question = Annotations.texts(field, "ask", VALUE).getOrDefault("value", "");
    if (has("ask") && question.isBlank()) {
      problem("`@ask` holds the question: `@ask(\"How many teams …?\")`");
    }
    return question;
  }

  private ValueType type() {
    String type = field.getPattern().getObjectType();
    EnumType choices = enums.get(type);
    if (choices == null && !TYPES.contains(type)) {
      return unknown(type);
    }
    boolean number = type.equals("Integer") || type.equals("BigDecimal");
    String range = Annotations.texts(field, "range", VALUE).getOrDefault("value", "");
    Matcher bounds = RANGE.matcher(range);
    boolean bounded = bounds.matches();
    String least = bounded ? bounds.group(1) : null;
    String most = bounded ? bounds.group(2) : null;
    if (has("range") && (!number || least == null || most == null || isMore(least, most))) {
      problem(
          number
              ? "`@range` is written like `@range(\"1..500\")`, the least first"
              : "`@range` belongs to numbers only");
    }
    return switch (type) {
      case "Integer" -> wholeNumber(least, most);
      case "BigDecimal" ->
          new ValueType.Decimal(
              least == null ? null : new BigDecimal(least),
              most == null ? null : new BigDecimal(most));
      case "Boolean" -> new ValueType.YesNo();
      default -> choices == null ? TEXT : new ValueType.OneOf(choices);
    };
  }

  private static boolean isMore(String least, String most) {
    return new BigDecimal(least).compareTo(new BigDecimal(most)) > 0;
  }

  private ValueType wholeNumber(@Nullable String least, @Nullable String most) {
    try {
      return new ValueType.WholeNumber(
          least == null ? Integer.MIN_VALUE : Integer.parseInt(least),
          most == null ? Integer.MAX_VALUE : Integer.parseInt(most));
    } catch (NumberFormatException e) {
      problem("the bounds of `@range` on an Integer are whole numbers of at most ten digits");
      return TEXT;
    }
  }

  private ValueType unknown(String type) {
    List<String> allowed = new ArrayList<>(TYPES);
    allowed.addAll(enums.keySet());
    problems.add(
        new Problem(
            source.placeOf(type, field.getLine()),
            "`" + type + "` is not a type; " + Nearest.thereAre(type, allowed)));
    return TEXT;
  }

  private Optional<Attribute.Derived> derived() {
    if (!has("derived")) {
      return Optional.empty();
    }
    Map<String, String> how = Annotations.texts(field, "derived", Set.of("from", "table"));
    String from = how.get("from");
    String table = how.get("table");
    if (from == null || table == null) {
      problem("`@derived` is written `@derived( from = \"title\", table = \"titles.csv\" )`");
      return Optional.empty();
    }
    return Optional.of(new Attribute.Derived(FactType.keyOf(fact) + "." + from, table));
  }

  private void problem(String message) {
    problems.add(new Problem(at, message));
  }
}
