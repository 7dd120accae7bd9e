package dev.rolecall.ruleset;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.rule.EngineFacts;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.EnumType;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.ValueType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.EnumDeclarationDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.jspecify.annotations.Nullable;

/** Reads the declarations of {@code vocabulary.drl}: what can be asked. */
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

  private final SourceFile source;
  private final List<Problem> problems;
  private final Map<String, EnumType> enums = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();

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
    List<FactType> facts = facts();
    if (facts.isEmpty() && !source.outline().declarationsRefused()) {
      problem(Place.of(FILE, 1, 0), "no fact is declared; a decision needs something to ask about");
    }
    roles();
    Vocabulary vocabulary = new Vocabulary(decision, facts, List.copyOf(enums.values()), recorded);
    derivedFromTexts(vocabulary);
    return vocabulary.withRole(EnumType.Role.OUTCOMES).isPresent() ? vocabulary : null;
  }

  private List<FactType> facts() {
    List<FactType> facts = new ArrayList<>();
    int attributes = 0;
    for (TypeDeclarationDescr declared : source.descr().getTypeDeclarations()) {
      Place at = source.placeOf(declared.getTypeName(), declared.getLine());
      declaredName(declared.getTypeName(), at);
      FactType fact = new FactReader(source, declared, at, enums, problems).read(attributes);
      attributes += fact.attributes().size();
      facts.add(fact);
    }
    return facts;
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

  private void roles() {
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

  static boolean isName(String name) {
    return NAME.matcher(name).matches() && !KEYWORDS.contains(name);
  }

  private void declaredName(String name, Place at) {
    if (!isName(name)) {
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
