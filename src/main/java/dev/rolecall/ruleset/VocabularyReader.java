package dev.rolecall.ruleset;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.rule.EngineFacts;
import dev.rolecall.situation.SituationReader;
import dev.rolecall.situation.ValueReader;
import dev.rolecall.situation.Words;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.Constant;
import dev.rolecall.vocabulary.EnumType;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.ValueType;
import dev.rolecall.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotatedBaseDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.EnumDeclarationDescr;
import org.drools.drl.ast.descr.EnumLiteralDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;
import org.jspecify.annotations.Nullable;

/** Reads the declarations of {@code vocabulary.drl}. */
final class VocabularyReader {

  static final String FILE = "vocabulary.drl";

  /** Compiling takes longer with each, and a class has a place for some 60,000 bytes of names. */
  private static final int MAX_FACTS = 100;

  private static final int MAX_ATTRIBUTES = 1_000;
  private static final int MAX_CONSTANTS = 500;

  private static final String IMPORT = "dev.rolecall.decision.*";
  private static final String GLOBAL = "dev.rolecall.decision.Verdict verdict";

  /** Names that mean something in rules or to the engine. */
  private static final Set<String> TAKEN =
      Set.of("State", "Verdict", "Phase", "Integer", "Boolean", "String", "BigDecimal");

  private static final Set<String> KEYWORDS =
      Set.of(
          "rule", "when", "then", "end", "declare", "enum", "not", "exists", "or", "and", "in",
          "from", "true", "false", "null");

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
  private static final Pattern RANGE =
      Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\.\\.(-?\\d+(?:\\.\\d+)?)");
  private static final Map<String, EnumType.Role> ROLES =
      Map.of(
          "outcomes", EnumType.Role.OUTCOMES,
          "warnings", EnumType.Role.WARNINGS,
          "topics", EnumType.Role.TOPICS);
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
    List<TypeDeclarationDescr> types = source.descr().getTypeDeclarations();
    int fields = types.stream().mapToInt(t -> t.getFields().size()).sum();
    if (types.size() > MAX_FACTS || fields > MAX_ATTRIBUTES) {
      problem(
          Place.of(FILE, 1, 0),
          "at most "
              + MAX_FACTS
              + " facts with "
              + MAX_ATTRIBUTES
              + " attributes in all are allowed");
      return null;
    }
    header();
    boolean recorded = true;
    for (EnumDeclarationDescr declared : source.descr().getEnumDeclarations()) {
      readEnum(declared);
      recorded &= !isUnrecorded(declared);
    }
    List<FactType> facts = new ArrayList<>();
    for (TypeDeclarationDescr declared : types) {
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

  private void header() {
    List<String> imports = source.descr().getImports().stream().map(i -> i.getTarget()).toList();
    List<String> globals =
        source.descr().getGlobals().stream()
            .map(g -> g.getType() + " " + g.getIdentifier())
            .toList();
    for (String target : imports) {
      if (!target.equals(IMPORT)) {
        problem(
            source.placeOfWord("import", target),
            "`import " + target + "` is not allowed; only `import " + IMPORT + ";` is");
      }
    }
    for (String global : globals) {
      if (!global.equals(GLOBAL)) {
        problem(
            source.placeOfWord("global", global),
            "`global " + global + "` is not allowed; only `global " + GLOBAL + ";` is");
      }
    }
    if (imports.isEmpty() || globals.isEmpty()) {
      problem(
          Place.of(FILE, 1, 0),
          "it needs the lines `import " + IMPORT + ";` and `global " + GLOBAL + ";`");
    }
  }

  private void outcomes() {
    for (EnumType.Role role : ROLES.values()) {
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

  private void readEnum(EnumDeclarationDescr declared) {
    Place at = source.placeOf(declared.getTypeName(), declared.getLine());
    declaredName(declared.getTypeName(), at);
    EnumType.Role role = EnumType.Role.CHOICES;
    onlyOne(declared, ROLES.keySet(), at);
    for (String annotation : declared.getAnnotationNames()) {
      if (ROLES.containsKey(annotation)) {
        role = ROLES.get(annotation);
      } else if (!annotation.equals("record") || !isUnrecorded(declared)) {
        unknownAnnotation(
            annotation, List.of("outcomes", "warnings", "topics", "record(none)"), at);
      }
    }
    TypeFieldDescr label = declared.getFields().get("label");
    if (label == null
        || declared.getFields().size() != 1
        || !label.getPattern().getObjectType().equals("String")
        || label.getInitExpr() != null
        || !label.getAnnotationNames().isEmpty()) {
      problem(at, "an enum has the one field `label : String`");
    }
    if (declared.getLiterals().size() > MAX_CONSTANTS) {
      problem(at, "`" + declared.getTypeName() + "` has more than " + MAX_CONSTANTS + " constants");
      return;
    }
    List<Constant> constants = new ArrayList<>();
    for (EnumLiteralDescr literal : declared.getLiterals()) {
      constants.add(constant(literal, constants));
    }
    if (constants.isEmpty()) {
      problem(at, "`" + declared.getTypeName() + "` has no constants");
    }
    enums.put(declared.getTypeName(), new EnumType(declared.getTypeName(), role, constants, at));
  }

  private Constant constant(EnumLiteralDescr literal, List<Constant> before) {
    String name = literal.getName();
    Place at = source.placeOf(name, literal.getLine());
    if (!CONSTANT.matcher(name).matches()) {
      problem(
          at,
          "`"
              + name
              + "` is not a name for a constant; it is written in capitals like `CROSS_TEAM_OUTCOME`");
    }
    if (before.stream().anyMatch(c -> c.name().equals(name))) {
      problem(at, "`" + name + "` is declared twice");
      return new Constant(name, name);
    }
    List<Problem> ignored = new ArrayList<>();
    List<Token> arguments =
        Lexer.tokens(FILE, String.join(",", literal.getConstructorArgs()), ignored);
    boolean label =
        arguments.size() == 1 && arguments.get(0).kind() == Token.Kind.TEXT && ignored.isEmpty();
    if (!label || arguments.get(0).text().isBlank()) {
      problem(at, "`" + name + "` needs its label as one text: `" + name + "(\"in plain words\")`");
      return new Constant(name, name);
    }
    Constant constant = new Constant(name, arguments.get(0).text());
    readable(constant, before, at);
    return constant;
  }

  /** People write a constant as its name or its label, so each must mean one thing. */
  private void readable(Constant constant, List<Constant> before, Place at) {
    for (String written : List.of(constant.name(), constant.label())) {
      if (Words.key(written).isEmpty() || ValueReader.saysUnknown(written)) {
        problem(at, "`" + written + "` is read as unknown; choose other words");
      }
      for (Constant other : before) {
        if (List.of(Words.key(other.name()), Words.key(other.label()))
            .contains(Words.key(written))) {
          problem(at, "`" + written + "` could also be `" + other.name() + "`; choose other words");
          return;
        }
      }
    }
  }

  private void onlyOne(AnnotatedBaseDescr declared, Collection<String> of, Place at) {
    List<String> found =
        declared.getAnnotationNames().stream().filter(of::contains).sorted().toList();
    for (String name : found) {
      AnnotationDescr annotation = declared.getAnnotation(name);
      if (annotation != null && !annotation.getValueMap().isEmpty()) {
        problem(at, "`@" + name + "` has no value");
      }
    }
    if (found.size() > 1) {
      problem(at, "`@" + found.get(0) + "` and `@" + found.get(1) + "` do not go together");
    }
  }

  private static boolean isUnrecorded(AnnotatedBaseDescr declared) {
    AnnotationDescr record = declared.getAnnotation("record");
    return record != null && "none".equals(String.valueOf(record.getValue()));
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
    onlyOne(declared, List.of("dimension", "context"), at);
    for (String annotation : declared.getAnnotationNames()) {
      switch (annotation) {
        case "dimension" -> role = FactType.Role.DIMENSION;
        case "context" -> role = FactType.Role.CONTEXT;
        default -> unknownAnnotation(annotation, List.of("dimension", "context"), at);
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
        unknownAnnotation(annotation, List.of("ask", "range", "derived"), at);
      }
    }
    if (field.getAnnotationNames().contains("ask")
        && annotation(field, "ask", "value").filter(q -> !q.isBlank()).isEmpty()) {
      problem(at, "`@ask` holds the question: `@ask(\"How many teams …?\")`");
    }
    return new Attribute(
        fact,
        name,
        FactType.keyOf(fact) + "." + name,
        attributes++,
        type(field, at),
        annotation(field, "ask", "value").orElse(""),
        derived(fact, field, at),
        at);
  }

  private ValueType type(TypeFieldDescr field, Place at) {
    String name = field.getPattern().getObjectType();
    Optional<String> range = annotation(field, "range", "value");
    Matcher bounds = RANGE.matcher(range.orElse(""));
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
    Optional<String> from = annotation(field, "derived", "from");
    Optional<String> table = annotation(field, "derived", "table");
    if (from.isEmpty() || table.isEmpty()) {
      problem(at, "`@derived` is written `@derived( from = \"title\", table = \"titles.csv\" )`");
      return Optional.empty();
    }
    return Optional.of(new Attribute.Derived(FactType.keyOf(fact) + "." + from.get(), table.get()));
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
      problem(at, "`" + name + "` is not a name; names are made of letters and digits");
    } else if (TAKEN.contains(name) || EngineFacts.names().contains(name)) {
      problem(at, "`" + name + "` is a name of the engine's own; choose another");
    } else if (!names.add(name.toLowerCase(java.util.Locale.ROOT))) {
      problem(at, "`" + name + "` is declared twice");
    }
  }

  private Optional<String> annotation(AnnotatedBaseDescr on, String name, String key) {
    AnnotationDescr annotation = on.getAnnotation(name);
    Object value = annotation == null ? null : annotation.getValueMap().get(key);
    if (value == null) {
      return Optional.empty();
    }
    List<Token> tokens = Lexer.tokens(FILE, value.toString(), new ArrayList<>());
    boolean text = tokens.size() == 1 && tokens.get(0).kind() == Token.Kind.TEXT;
    return Optional.of(text ? tokens.get(0).text() : value.toString());
  }

  private void unknownAnnotation(String found, List<String> allowed, Place at) {
    problem(
        at,
        "`@"
            + found
            + "` means nothing here; there are "
            + Nearest.list(allowed.stream().map(a -> "@" + a).toList())
            + Nearest.maybe("@" + found, allowed.stream().map(a -> "@" + a).toList()));
  }

  private void problem(Place at, String message) {
    problems.add(new Problem(at, message));
  }
}
