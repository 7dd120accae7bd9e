package dev.rolecall.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rolecall.problem.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files made to break the reader, the parser or the compiler: each is refused, soon, and nothing of
 * it runs.
 */
class HostileFilesTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String WAY = "Way( km == 1 )";
  private static final String SAYS = "verdict.warn( Risk.DELAY, \"x\" );";

  @TempDir Path temp;

  @TestFactory
  List<DynamicTest> refusesConditionsThatWouldTakeForEver() {
    Map<String, String> conditions = new LinkedHashMap<>();
    conditions.put("400 parentheses", "(".repeat(400) + WAY + ")".repeat(400));
    conditions.put("100,000 open parentheses", "(".repeat(100_000));
    conditions.put("100,000 closing parentheses", ")".repeat(100_000));
    for (int n : List.of(12, 20, 29)) {
      conditions.put(
          n + " negations",
          "Way( km != null, " + "!(".repeat(n) + "km == 1" + ")".repeat(n) + " )");
      conditions.put(
          n + " parentheses", "Way( " + "(".repeat(n) + "km == 1" + ")".repeat(n) + " )");
      conditions.put(n + " calls", "Way( " + "a(".repeat(n) + ")".repeat(n) + " == 1 )");
      conditions.put(
          n + " casts", "Way( km == " + "(Integer)(".repeat(n) + "1" + ")".repeat(n) + " )");
      conditions.put(n + " brackets", "Way( km == " + "[".repeat(n) + "1" + "]".repeat(n) + " )");
      conditions.put(
          n + " type parameters",
          "Way( km == new " + "A<".repeat(n) + "B" + ">".repeat(n) + "() )");
      conditions.put(n + " foralls", "forall(".repeat(n) + WAY + ")".repeat(n));
      conditions.put(n + " accumulates", "accumulate(".repeat(n) + WAY + "; sum(1))".repeat(n));
    }
    conditions.put("negations without parentheses", "Way( " + "!".repeat(50_000) + "abroad )");
    conditions.put("minuses", "Way( km == " + "-".repeat(50_000) + "1 )");
    conditions.put("nots", "not ".repeat(50_000) + WAY);
    conditions.put("ternaries", "Way( " + "a ? b : ".repeat(20_000) + "c )");
    conditions.put("points", "Way( " + "a.".repeat(50_000) + "a == 1 )");
    conditions.put("points of a type", "a.".repeat(50_000) + "a( )");
    conditions.put("type parameters without end", "Way( km == new " + "A<".repeat(20_000) + " )");
    conditions.put("and 10,000 times", "Way( " + "km == 1 && ".repeat(10_000) + "km == 1 )");
    conditions.put("or 10,000 times", "Way( " + "km == 1 || ".repeat(10_000) + "km == 1 )");
    conditions.put("a list of 20,000", "Way( hours in ( " + numbers(20_000) + " ) )");
    conditions.put("5,000 facts", (WAY + " ").repeat(5_000));
    conditions.put("or between 5,000 facts", (WAY + " or ").repeat(5_000) + WAY);
    conditions.put(
        "16 alternatives multiplied", ("( " + WAY + " or Bag( kilos == 1 ) ) ").repeat(16));
    conditions.put(
        "16 alternatives in one fact",
        "Way( " + "( km == 1 || hours == 1 ), ".repeat(16) + "km == 1 )");
    return conditions.entrySet().stream()
        .map(c -> DynamicTest.dynamicTest(c.getKey(), () -> refused(Trip.warning(c.getValue()))))
        .toList();
  }

  @TestFactory
  List<DynamicTest> refusesFilesThatAreNoRules() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("nothing", "");
    files.put("a comment", "// nothing");
    files.put("an open comment", "package trip; /* " + "*".repeat(100_000));
    files.put("an open text", "package trip; rule \"x");
    files.put("quotes", "package trip;" + "\"".repeat(100_001));
    files.put("letters of another alphabet", "é".repeat(100_000));
    files.put("words", "a ".repeat(100_000));
    files.put("a NUL", "package trip;\u0000");
    files.put("too large", "// " + "x".repeat(FolderReader.MAX_RULE_FILE));
    files.put("rules without end", "package trip;" + "rule \"x\" ".repeat(1_000));
    files.put("2,001 rules", "package trip;" + "rule \"x\" when then end ".repeat(2_001));
    files.put(
        "nested metadata",
        "package trip; rule \"x\" "
            + "@a(".repeat(30)
            + ")".repeat(30)
            + " when "
            + WAY
            + " then "
            + SAYS
            + " end");
    files.put(
        "nested statements",
        "package trip;" + Trip.rule("x", WAY, "(".repeat(30) + ")".repeat(30)));
    files.put("dots in the package", "package " + "a.".repeat(50_000) + "a;");
    return files.entrySet().stream()
        .map(f -> DynamicTest.dynamicTest(f.getKey(), () -> refused(f.getValue())))
        .toList();
  }

  @TestFactory
  List<DynamicTest> refusesVocabulariesThatWouldTakeForEver() {
    Map<String, String> declarations = new LinkedHashMap<>();
    declarations.put("5,000 facts", lines(5_000, "declare F%d a : Integer end"));
    declarations.put("251 attributes", "declare F " + lines(251, "a%d : Integer") + " end");
    declarations.put("5,000 attributes", "declare F " + lines(5_000, "a%d : Integer") + " end");
    declarations.put(
        "5,000 constants",
        "declare enum E " + lines(5_000, "A%1$d(\"l%1$d\"),") + " B(\"b\"); label : String end");
    declarations.put("4,500 enums", lines(4_500, "declare enum E%d A(\"a\"); label : String end"));
    declarations.put(
        "20 enums of 500 constants",
        lines(20, "declare enum E%d " + constants(500) + "; label : String end"));
    declarations.put("15,000 imports", lines(15_000, "import a.b%d;"));
    declarations.put("10,000 globals", lines(10_000, "global a.b c%d;"));
    declarations.put(
        "20,000 annotations", "declare F a : Integer " + lines(20_000, "@a%d") + " end");
    declarations.put("100,000 signs", "declare F " + "@ ".repeat(100_000) + " end");
    declarations.put(
        "a thousand unknown types of long names",
        lines(
            90,
            "declare F%d "
                + lines(10, "a%d : " + "T".repeat(60)).replace(" :", "a :")
                + " end declare enum "
                + "E".repeat(60)
                + "%1$d A(\"a\"); label : String end"));
    declarations.put(
        "nested question",
        "declare F a : Integer @ask(" + "a(".repeat(29) + ")".repeat(29) + ") end");
    declarations.put(
        "nested label",
        "declare enum E A(" + "a(".repeat(29) + ")".repeat(29) + "); label : String end");
    declarations.put(
        "nested default", "declare F a : Integer = " + "[".repeat(30) + "]".repeat(30) + " end");
    declarations.put("dotted type", "declare F a : " + "a.".repeat(50_000) + "A end");
    declarations.put("dotted import", "import " + "a.".repeat(50_000) + "*;");
    return declarations.entrySet().stream()
        .map(
            d ->
                DynamicTest.dynamicTest(
                    d.getKey(), () -> refused("vocabulary.drl", Trip.VOCABULARY + d.getValue())))
        .toList();
  }

  /**
   * Names that Java, Drools and the printed rules have a use for are harmless, since none is
   * printed as it is.
   */
  @Test
  void compilesNamesThatCollideWithTheMachinery() {
    StringBuilder declarations = new StringBuilder(Trip.VOCABULARY);
    List<String> facts =
        List.of(
            "Rule",
            "Object",
            "Model",
            "Ear",
            "Gate",
            "Rules",
            "Rules1",
            "DataSource",
            "Enum",
            "Math",
            "System",
            "D",
            "Record",
            "P00",
            "LambdaPredicate00",
            "DomainClassesMetadata",
            "F".repeat(64));
    for (String fact : facts) {
      declarations.append("declare ").append(fact);
      for (String attribute :
          List.of(
              "class",
              "getClass",
              "drools",
              "kcontext",
              "int",
              "hashCode",
              "ear",
              "number",
              "x",
              "vX",
              "this",
              "var",
              "yield",
              "import",
              "a".repeat(64))) {
        declarations.append('\n').append(attribute).append(" : Integer");
      }
      declarations.append("\nend\n");
    }
    String reads =
        facts.stream()
            .map(f -> f + "( class == 1, drools == null, ear == null )")
            .collect(Collectors.joining(" "));
    Map<String, String> files =
        Map.of("vocabulary.drl", declarations.toString(), "r.drl", Trip.warning(reads));
    Ruleset ruleset = Trip.good(Trip.open(temp, "trip", files));
    String given =
        facts.stream()
            .map(
                f -> f.substring(0, 1).toLowerCase() + f.substring(1) + ": {class: 1, hashCode: 2}")
            .collect(Collectors.joining(", "));
    assertThat(Trip.decide(ruleset, given).warnings()).hasSize(1);
    assertThat(Trip.decide(ruleset, "rule: {class: 1}").warnings()).isEmpty();
  }

  @Test
  void compilesTheLargestRulesThatAreAllowedSoon() {
    String list = "Way( hours in ( " + numbers(450) + " ) )";
    String alternatives = (WAY + " or ").repeat(63) + WAY;
    String nested = "Way( km != null, " + "!(".repeat(8) + "km == 1" + ")".repeat(8) + " )";
    String rules =
        Trip.warning(list)
            + Trip.rule("a", alternatives, SAYS)
            + Trip.rule("b", nested, SAYS)
            + Trip.rule("c", (WAY + " ").repeat(64), SAYS)
            + Trip.rule("d", "Way( note == \"" + "x".repeat(70_000) + "\" )", SAYS);
    Ruleset ruleset =
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Trip.good(Trip.open(temp, rules)));
    assertThat(Trip.decide(ruleset, "way: {km: 1, hours: 449}").warnings())
        .extracting("rule")
        .containsExactly("r", "a", "b", "c");
  }

  /** Work is counted, not timed: compiling takes some 2 ms a rule and a comparison. */
  @Test
  void refusesMoreWorkThanTheCompilerDoesSoon() {
    String two = "Way( km == 1, hours == 1 )";
    String or = (WAY + " or ").repeat(63) + WAY;
    assertThat(workload(950, two)).isEmpty();
    assertThat(workload(1_100, two))
        .containsExactly(
            "there are 1,100 rules with 3,300 comparisons in 1,100 branches; at most 2,000 rules are"
                + " allowed, and at most 4,300 of rules, comparisons and an eighth of the branches"
                + " together; more take too long to check");
    assertThat(workload(50, or)).isEmpty();
    assertThat(workload(70, or)).singleElement().asString().contains("in 4,480 branches");
  }

  /** What the parser would need for these is counted on the tokens before it begins. */
  @Test
  void refusesMoreThanTheParserReadsSoon() {
    String rule = "rule \"x\" when %s then end ".formatted("A()".repeat(64));
    byte[] dense = bytes("package trip;\n" + rule.repeat(100));
    RuleFiles files =
        RuleFiles.of("trip", "trip", Map.of("vocabulary.drl", bytes(Trip.VOCABULARY)));
    for (int file = 0; file < 40; file++) {
      files = files.with("r" + file + ".drl", dense);
    }
    RuleFiles all = files;
    assertThat(assertTimeoutPreemptively(SOON, () -> Trip.problems(all.rulebook())))
        .containsExactly(
            "trip: there are 4,000 rules with 256,000 facts in their conditions; at most 2,000 rules"
                + " are allowed, and at most 4,300 of both together");
  }

  private static List<String> workload(int rules, String condition) {
    RuleFiles files =
        RuleFiles.of("trip", "trip", Map.of("vocabulary.drl", bytes(Trip.VOCABULARY)));
    int left = rules;
    for (int file = 0; left > 0; file++) {
      String text =
          IntStream.rangeClosed(Math.max(1, left - 99), left)
              .mapToObj(i -> Trip.rule("r" + i, condition, SAYS))
              .collect(Collectors.joining("", "package trip;\n", ""));
      files = files.with("r" + file + ".drl", bytes(text));
      left -= 100;
    }
    return Trip.problems(files.rulebook()).stream()
        .map(p -> p.replaceFirst("^[^ ]*: ", ""))
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Drools writes other classes for more than a thousand. */
  @Test
  void compilesMoreThanAThousandRules() {
    String rules =
        IntStream.rangeClosed(0, 1_000)
            .mapToObj(i -> Trip.rule("r" + i, "Way( km == " + i % 9 + " )", SAYS))
            .collect(Collectors.joining("", "package trip;\n", ""));
    Ruleset ruleset = Trip.good(Trip.open(temp, rules));
    assertThat(Trip.decide(ruleset, "way: {km: 1}").warnings()).hasSize(112);
  }

  private void refused(String text) {
    refused("r.drl", text);
  }

  private void refused(String file, String text) {
    Map<String, String> files =
        new HashMap<>(Map.of("vocabulary.drl", Trip.VOCABULARY, "r.drl", Trip.warning(WAY)));
    files.put(file, text);
    Result<Ruleset> result = assertTimeoutPreemptively(SOON, () -> Trip.open(temp, "trip", files));
    assertThat(Trip.problems(result))
        .hasSizeBetween(1, Translator.MOST_PROBLEMS + 1)
        .filteredOn(p -> !p.endsWith("there are more problems than these 500"))
        .allSatisfy(p -> assertThat(p).startsWith(file).hasSizeLessThan(3_000));
  }

  private static String constants(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "A" + i + "(\"a" + i + "\")")
        .collect(Collectors.joining(", "));
  }

  private static String numbers(int count) {
    return IntStream.range(0, count).mapToObj(String::valueOf).collect(Collectors.joining(", "));
  }

  private static String lines(int count, String format) {
    return IntStream.range(0, count)
        .mapToObj(i -> format.formatted(i))
        .collect(Collectors.joining("\n"));
  }
}
