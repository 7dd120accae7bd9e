package dev.rolecall.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** YAML and JSON, good, wrong and hostile. */
class DocumentTest {

  @ParameterizedTest
  @CsvSource({
    "NO, java.lang.String",
    "yes, java.lang.String",
    "true, java.lang.Boolean",
    "5, java.lang.Integer",
    "1.5, java.math.BigDecimal",
    "1e3, java.math.BigDecimal",
    "99999999999, java.math.BigInteger",
    "0x1F, java.lang.String",
    ".inf, java.lang.String",
    "'!!bool yes', java.lang.String",
    "1E99999999999, java.lang.String"
  })
  void readsScalarsOfYaml(String text, String type) {
    assertThat(
            ((Node.Scalar) yaml("a: " + text).fields().get("a").value())
                .value()
                .getClass()
                .getName())
        .isEqualTo(type);
  }

  @Test
  void resolvesAliasesAndKeepsPlacesAndLeadingZeros() {
    Node.Fields read = yaml("a: &x {b: 007}\nc: *x\nd: ~");
    assertThat(read.fields().get("c").value()).isEqualTo(read.fields().get("a").value());
    assertThat(read.fields().get("c").at()).hasToString("y:2:1");
    Node.Scalar seven =
        (Node.Scalar) ((Node.Fields) read.fields().get("c").value()).fields().get("b").value();
    assertThat(seven.text()).isEqualTo("007");
    assertThat(((Node.Scalar) read.fields().get("d").value()).value()).isNull();
  }

  @Test
  void laysFieldsOverFields() {
    Node.Fields merged = yaml("a: {b: 1, c: 2}\nd: 3").overlaidBy(yaml("a: {c: ~}\ne: 4"));
    assertThat(merged.fields().keySet()).containsExactly("a", "d", "e");
    assertThat(((Node.Fields) merged.fields().get("a").value()).fields().keySet())
        .containsExactly("b", "c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1\na: 2",
        "a: [1",
        "a: b: c",
        "a: *x",
        "a: &x [*x]",
        "{[a]: 1}",
        "a: \"\\q\"",
        "\ta: 1",
        "a: \u0000",
        "%YAML 9.9\n---\na: 1\n...\n%x",
        "- a\nb: 1"
      })
  void refusesWhatIsNoYaml(String text) {
    assertThat(problems(Yaml.read("y", text)))
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p).startsWith("y").doesNotContain("null", "Exception"));
  }

  @Test
  void refusesYamlThatWouldTakeForEver() {
    StringBuilder laughs = new StringBuilder("a: &a [x]\n");
    for (char c = 'b'; c < 'k'; c++) {
      laughs
          .append(c)
          .append(": &")
          .append(c)
          .append(" [")
          .append(("*" + (char) (c - 1) + ",").repeat(9))
          .append("]\n");
    }
    for (String text :
        List.of(
            "[".repeat(100_000),
            "{a: ".repeat(100_000),
            "- ".repeat(100_000),
            laughs.toString(),
            "a: &x {b: *x}",
            "a: " + "x".repeat(4_000_000))) {
      Result<List<Node>> result =
          assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Yaml.read("y", text));
      assertThat(problems(result)).hasSize(1);
    }
    assertThat(
            assertTimeoutPreemptively(
                    Duration.ofSeconds(5), () -> yaml("a: " + "9".repeat(1_000_000)))
                .fields())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      textBlock =
          """
          {"a": 1, "a": 2}  → j:7:13: this is not valid JSON: `a` is given twice
          {"a": }           → j:7:7: this is not valid JSON
          {"a": 007}        → j:7:8: this is not valid JSON
          {"a": 1} x        → j:7:
          {"a": 1} {}       → j:7:10: something follows after the end of the JSON value
          {"a": 1           → j:7:
          {'a': 1}          → j:7:
          {"a": NaN}        → j:7:
          ''                → j:7: there is nothing in it
          """)
  void refusesWhatIsNoJson(String text, String problem) {
    assertThat(problems(Json.read("j", 7, text)))
        .singleElement()
        .asString()
        .startsWith(problem)
        .doesNotContain("Exception", "JsonToken", "START_");
  }

  @Test
  void refusesJsonThatWouldTakeForEver() {
    for (String text :
        List.of("[".repeat(100_000), "{\"a\":".repeat(100_000), "9".repeat(1_000_000))) {
      assertThat(
              problems(
                  assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Json.read("j", 1, text))))
          .hasSize(1);
    }
  }

  @Test
  void readsTheValuesOfAListOrOfLines() throws IOException {
    for (String text :
        List.of("[{\"a\":1}, {\"a\":2}]", "{\"a\":1}\n{\"a\":2}\n", "{\"a\":1}{\"a\":2}")) {
      List<Result<Node>> read = values(text);
      assertThat(read).hasSize(2).allSatisfy(r -> assertThat(r).isInstanceOf(Result.Ok.class));
    }
    assertThat(values("")).isEmpty();
    assertThat(values("[]")).isEmpty();
    assertThat(values("[1] 2")).hasSize(2).last().isInstanceOf(Result.Refused.class);
    assertThat(values("[1, oops, 3]")).hasSize(2).last().isInstanceOf(Result.Refused.class);
    assertThat(values("[1, 2")).hasSize(3).last().isInstanceOf(Result.Refused.class);
  }

  @Test
  void anObjectThatIsLongComesInPiecesWhereItMay() throws IOException {
    String zeros = "0,".repeat(499_998);
    String tail =
        "],\n\"m\": {\"b\": 1}, \"n\": [[1], {\"c\": 2}], \"o\": [], \"p\": 5}\n{\"d\": 3}";
    String text = "{\"a\": 1, \"l\": [" + zeros + "\n7, 8" + tail;
    assertThat(shown(text, beginning -> beginning.fields().containsKey("l")))
        .containsExactly(
            "a group of fields at j:1:1",
            "a number at j:2:4",
            "a group of fields at j:3:6",
            "a list at j:3:22",
            "a group of fields at j:3:27",
            "a number at j:3:52",
            "a group of fields at j:4:1");
    assertThat(shown(text, beginning -> false))
        .containsExactly("a group of fields at j:1:1", "a group of fields at j:4:1");
    assertThat(shown("{\"l\": [" + zeros + zeros + zeros + "0" + tail, beginning -> false))
        .singleElement()
        .asString()
        .contains("more than 1 million values");
  }

  @Test
  void whatIsWrongInAPieceIsSaidWhereItStands() throws IOException {
    String text = "{\"l\": [" + "0,".repeat(500_000) + "\n1, oops, 2]}";
    assertThat(shown(text, beginning -> true))
        .hasSizeLessThan(10)
        .last()
        .asString()
        .contains(":2:");
    String twice = "{\"l\": [" + "0,".repeat(500_000) + "1], \"l\": 2}";
    assertThat(shown(twice, beginning -> true)).last().asString().contains("`l` is given twice");
  }

  /** Of each value what it is and where, or what is wrong. */
  private static List<String> shown(String text, Predicate<Node.Fields> inPieces)
      throws IOException {
    return values(text, inPieces).stream()
        .map(
            value ->
                value instanceof Result.Ok<Node> ok
                    ? ok.value().kind() + " at " + ok.value().at()
                    : problems(value).toString())
        .toList();
  }

  private static List<Result<Node>> values(String text) throws IOException {
    return values(text, beginning -> false);
  }

  private static List<Result<Node>> values(String text, Predicate<Node.Fields> inPieces)
      throws IOException {
    List<Result<Node>> read = new ArrayList<>();
    try (Json.Values values = Json.values("j", new StringReader(text), inPieces)) {
      for (Result<Node> next = values.next();
          next != null && read.size() < 10;
          next = values.next()) {
        read.add(next);
      }
    }
    return read;
  }

  private static Node.Fields yaml(String text) {
    return (Node.Fields) ((Result.Ok<List<Node>>) Yaml.read("y", text)).value().get(0);
  }

  private static List<String> problems(Result<?> result) {
    return result instanceof Result.Refused<?> refused
        ? refused.problems().stream().map(Problem::toString).toList()
        : List.of();
  }
}
