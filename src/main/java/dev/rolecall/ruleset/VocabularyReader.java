package dev.rolecall.ruleset;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.rule.EngineFacts;
import dev.rolecall.situation.SituationReader;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.EnumType;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.ValueType;
import dev.rolecall.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.EnumDeclarationDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;
import org.jspecify.annotations.Nullable;

/** Reads the declarations of {@code vocabulary.drl}. */
final class VocabularyReader {

  static final String FILE = "vocabulary.drl";

  /** Compiling takes longer with each, and a class has a place for some 60,000 bytes of names. */
  private static final int MAX_FACTS = 100;

  private static final int MAX_ATTRIBUTES = 1_000;
  private static final int MAX_ENUMS = 200;
  private static final int MAX_CONSTANTS = 2_000;
  private static final int MAX_CONSTANTS_OF_ONE = 500;

  private static final String IMPORT = "import dev.rolecall.decision.*";
  private static final String GLOBAL = "global dev.rolecall.decision.Verdict verdict";

  /** Names that mean something in rules or to the engine. */
  private static final Set<String> TAKEN =
      Set.of("State", "Verdict", "Phase", "Integer", "Boolean", "String", "BigDecimal");

  private static final Set<String> KEYWORDS =
      Set.of(
          "rule", "when", "then", "end", "declare", "enum", "not", "exists", "or", "and", "in",
          "from", "true", "false", "null");

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");
  private static final Pattern RANGE =
      Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\.\\.(-?\\d+(?:\\.\\d+)?)");
  private static final Set<String> VALUE = Set.of("value");
  private static final List<String> TYPES = List.of("Integer", "Boolean", "String", "BigDecimal");

  private final SourceFile source;
  private final List<Problem> problems;
  private final Map<String, EnumType> enums = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();
  private int attributes;

  private VocabularyReader(SourceFile source, List<Problem> problems) {
    this.source = source;
    this.problems = problems;
  }

  /**
   * What could be read of the vocabulary, with the problems added: rules are read against it even
   * then. Null where there is too little for that.
   */
  static @Nullable Vocabulary read(String decision, SourceFile source, List<Problem> problems) {
    return new VocabularyReader(source, problems).read(decision);
  }

  private @Nullable Vocabulary read(String decision) {
    if (!withinLimits()) {
      return null;
    }
    header();
    boolean recorded = true;
    for (EnumDeclarationDescr declared : source.descr().getEnumDeclarations()) {
      Place at = source.placeOf(declared.getTypeName(), declared.getLine());
      declaredName(declared.getTypeName(), at);
      enums.put(declared.getTypeName(), new EnumReader(source, declared, at, problems).read());
      recorded &= !Annotations.unrecorded(declared);
    }
    List<FactType> facts = new ArrayList<>();
    for (TypeDeclarationDescr declared : source.descr().getTypeDeclarations()) {
      facts.add(readFact(declared));
    }
    if (facts.isEmpty() && !source.outline().declarationsRefused()) {
      problem(Place.of(FILE, 1, 0), "no fact is declared; a decision needs something to ask about");
    }
    outcomes();
    Vocabulary vocabulary = new Vocabulary(decision, facts, List.copyOf(enums.values()), recorded);
    derivedFromTexts(vocabulary);
    return vocabulary.withRole(EnumType.Role.OUTCOMES).isPresent() ? vocabulary : null;
  }

  private boolean withinLimits() {
    int before = problems.size();
    List<TypeDeclarationDescr> types = source.descr().getTypeDeclarations();
    int fields = types.stream().mapToInt(t -> t.getFields().size()).sum();
    if (types.size() > MAX_FACTS || fields > MAX_ATTRIBUTES) {
      tooMany("facts", types.size(), MAX_FACTS, "attributes", fields, MAX_ATTRIBUTES);
    }
    List<EnumDeclarationDescr> declared = source.descr().getEnumDeclarations();
    int constants = declared.stream().mapToInt(e -> e.getLiterals().size()).sum();
    if (declared.size() > MAX_ENUMS || constants > MAX_CONSTANTS) {
      tooMany("enums", declared.size(), MAX_ENUMS, "constants", constants, MAX_CONSTANTS);
    }
    for (EnumDeclarationDescr one : declared) {
      if (one.getLiterals().size() > MAX_CONSTANTS_OF_ONE) {
        problem(
            source.placeOf(one.getTypeName(), one.getLine()),
            "`" + one.getTypeName() + "` has more than " + MAX_CONSTANTS_OF_ONE + " constants");
      }
    }
    return problems.size() == before;
  }

  private void tooMany(
      String what, int found, int most, String inAll, int foundInAll, int mostInAll) {
    problem(
        Place.of(FILE, 1, 0),
        String.format(
            Locale.ROOT,
            "there are %,d %s with %,d %s; at most %,d with %,d in all are allowed",
            found,
            what,
            foundInAll,
            inAll,
            most,
            mostInAll));
  }

  private void header() {
    Set<String> found = new HashSet<>();
    for (Outline.Statement statement : source.outline().statements()) {
      String words = statement.words();
      boolean free = !words.startsWith("import ") && !words.startsWith("global ");
      if (free || words.equals(IMPORT) || words.equals(GLOBAL)) {
        found.add(words);
      } else {
        problem(
            statement.opener().at(),
            "`"
                + words
                + "` is not allowed; only `"
                + (words.startsWith("import ") ? IMPORT : GLOBAL)
                + ";` is");
      }
    }
    if (!found.containsAll(List.of(IMPORT, GLOBAL))) {
      problem(Place.of(FILE, 1, 0), "it needs the lines `" + IMPORT + ";` and `" + GLOBAL + ";`");
    }
  }

  private void outcomes() {
    for (EnumType.Role role : EnumReader.ROLES.values()) {
      List<EnumType> all = enums.values().stream().filter(e -> e.role() == role).toList();
      if (all.size() > 1) {
        problem(
            all.get(1).at(),
            "`" + all.get(0).name() + "` already has this role; a vocabulary has one such enum");
      } else if (all.isEmpty() && role == EnumType.Role.OUTCOMES) {
        problem(
            Place.of(FILE, 1, 0), "no enum is marked `@outcomes`; a decision needs its outcomes");
      }
    }
  }

  private FactType readFact(TypeDeclarationDescr declared) {
    String name = declared.getTypeName();
    Place at = source.placeOf(name, declared.getLine());
    declaredName(name, at);
    if (!Character.isUpperCase(name.charAt(0))) {
      problem(
          at,
          "the name of a fact begins with a capital: `"
              + Character.toUpperCase(name.charAt(0))
              + name.substring(1)
              + "`");
    }
    if (SituationReader.RESERVED.contains(FactType.keyOf(name))) {
      problem(
          at,
          "`"
              + name
              + "` cannot be the name of a fact: `"
              + FactType.keyOf(name)
              + "` means something else in files");
    }
    if (!declared.getSuperTypes().isEmpty()) {
      problem(at, "`extends` is not allowed; declare the attributes on the fact itself");
    }
    if (declared.isTrait()) {
      problem(at, "a trait is not allowed; declare a fact");
    }
    FactType.Role role = FactType.Role.TEST;
    Annotations.marks(declared, List.of("dimension", "context"))
        .forEach(wrong -> problem(at, wrong));
    for (String annotation : declared.getAnnotationNames()) {
      switch (annotation) {
        case "dimension" -> role = FactType.Role.DIMENSION;
        case "context" -> role = FactType.Role.CONTEXT;
        default -> problem(at, Annotations.unknown(annotation, List.of("dimension", "context")));
      }
    }
    List<Attribute> read = new ArrayList<>();
    for (TypeFieldDescr field : declared.getFields().values()) {
      read.add(readAttribute(name, field));
    }
    if (read.isEmpty()) {
      problem(at, "`" + name + "` has no attributes");
    }
    return new FactType(name, role, read, at);
  }

  private Attribute readAttribute(String fact, TypeFieldDescr field) {
    String name = field.getFieldName();
    Place at = source.placeOf(name, field.getLine());
    if (!NAME.matcher(name).matches()
        || !Character.isLowerCase(name.charAt(0))
        || KEYWORDS.contains(name)) {
      problem(
          at,
          "`" + name + "` is not a name for an attribute; it is written like `oneTeamCanDeliver`");
    }
    if (field.getInitExpr() != null) {
      problem(at, "`" + name + "` has a default; an attribute that nobody answered is unknown");
    }
    PersonalData.whatItIs(fact, name)
        .ifPresent(
            what ->
                problem(
                    at,
                    "`"
                        + name
                        + "` is about a person ("
                        + what
                        + "); a vocabulary describes work, never people"));
    for (String annotation : field.getAnnotationNames()) {
      if (!List.of("ask", "range", "derived").contains(annotation)) {
        problem(at, Annotations.unknown(annotation, List.of("ask", "range", "derived")));
      }
    }
    String question = Annotations.texts(field, "ask", VALUE).getOrDefault("value", "");
    if (field.getAnnotationNames().contains("ask") && question.isBlank()) {
      problem(at, "`@ask` holds the question: `@ask(\"How many teams …?\")`");
    }
    return new Attribute(
        fact,
        name,
        FactType.keyOf(fact) + "." + name,
        attributes++,
        type(field, at),
        question,
        derived(fact, field, at),
        at);
  }

  private ValueType type(TypeFieldDescr field, Place at) {
    String name = field.getPattern().getObjectType();
    String range = Annotations.texts(field, "range", VALUE).getOrDefault("value", "");
    Matcher bounds = RANGE.matcher(range);
    boolean bounded = bounds.matches();
    boolean number = name.equals("Integer") || name.equals("BigDecimal");
    boolean upsideDown =
        bounded && new BigDecimal(bounds.group(1)).compareTo(new BigDecimal(bounds.group(2))) > 0;
    boolean known = TYPES.contains(name) || enums.containsKey(name);
    if (known
        && field.getAnnotationNames().contains("range")
        && (!bounded || !number || upsideDown)) {
      problem(
          at,
          number
              ? "`@range` is written like `@range(\"1..500\")`, the least first"
              : "`@range` belongs to numbers only");
    }
    try {
      switch (name) {
        case "Integer":
          return new ValueType.WholeNumber(
              bounded ? Integer.parseInt(bounds.group(1)) : Integer.MIN_VALUE,
              bounded ? Integer.parseInt(bounds.group(2)) : Integer.MAX_VALUE);
        case "BigDecimal":
          return new ValueType.Decimal(
              bounded ? new BigDecimal(bounds.group(1)) : null,
              bounded ? new BigDecimal(bounds.group(2)) : null);
        case "Boolean":
          return new ValueType.YesNo();
        case "String":
          return new ValueType.Text(List.of());
        default:
          break;
      }
    } catch (NumberFormatException e) {
      problem(at, "the bounds of `@range` on an Integer are whole numbers of at most ten digits");
    }
    if (enums.containsKey(name)) {
      return new ValueType.OneOf(enums.get(name));
    }
    if (!known) {
      List<String> allowed = new ArrayList<>(TYPES);
      allowed.addAll(enums.keySet());
      problem(
          source.placeOf(name, field.getLine()),
          "`"
              + name
              + "` is not a type; there are "
              + Nearest.list(allowed)
              + Nearest.maybe(name, allowed));
    }
    return new ValueType.Text(List.of());
  }

  private Optional<Attribute.Derived> derived(String fact, TypeFieldDescr field, Place at) {
    if (!field.getAnnotationNames().contains("derived")) {
      return Optional.empty();
    }
    Map<String, String> how = Annotations.texts(field, "derived", Set.of("from", "table"));
    String from = how.get("from");
    String table = how.get("table");
    if (from == null || table == null) {
      problem(at, "`@derived` is written `@derived( from = \"title\", table = \"titles.csv\" )`");
      return Optional.empty();
    }
    return Optional.of(new Attribute.Derived(FactType.keyOf(fact) + "." + from, table));
  }

  private void derivedFromTexts(Vocabulary vocabulary) {
    for (Attribute attribute : vocabulary.attributes()) {
      attribute
          .derived()
          .filter(
              d ->
                  vocabulary
                      .attribute(d.from())
                      .filter(
                          from -> from.type() instanceof ValueType.Text && from.derived().isEmpty())
                      .isEmpty())
          .ifPresent(
              d ->
                  problem(
                      attribute.at(),
                      "it is derived from `"
                          + d.from()
                          + "`, which is not a text attribute of the same fact"));
    }
  }

  private void declaredName(String name, Place at) {
    if (!NAME.matcher(name).matches() || KEYWORDS.contains(name)) {
      problem(at, "`" + name + "` is not a name; names are made of at most 64 letters and digits");
    } else if (TAKEN.contains(name) || EngineFacts.names().contains(name)) {
      problem(at, "`" + name + "` is a name of the engine's own; choose another");
    } else if (!names.add(name.toLowerCase(Locale.ROOT))) {
      problem(at, "`" + name + "` is declared twice");
    }
  }

  private void problem(Place at, String message) {
    problems.add(new Problem(at, message));
  }
}
