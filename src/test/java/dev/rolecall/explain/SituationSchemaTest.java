package dev.rolecall.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rolecall.decision.DecisionJson;
import dev.rolecall.document.Json;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Situation;
import dev.rolecall.situation.SituationReader;
import dev.rolecall.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The schema of a situation is a valid one, and takes and refuses what the reader takes and
 * refuses.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SituationSchemaTest {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @TempDir private static Path folder;

  private Ruleset hiring;
  private Vocabulary garden;
  private List<Vocabulary> vocabularies;

  @BeforeAll
  void open() {
    hiring = Rules.shipped("hiring");
    garden = Rules.garden(folder, "", "").vocabulary();
    vocabularies = List.of(hiring.vocabulary(), Rules.shipped("growth").vocabulary(), garden);
  }

  List<Vocabulary> vocabularies() {
    return vocabularies;
  }

  @ParameterizedTest
  @MethodSource("vocabularies")
  void isValidItself(Vocabulary vocabulary) {
    Schema dialect =
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(dialect.validate(SituationSchema.of(vocabulary), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("vocabularies")
  void takesABlankQuestionnaire(Vocabulary vocabulary) {
    assertThat(refused(vocabulary, new Questionnaire(vocabulary).json())).isFalse();
  }

  @Test
  void takesTheExamples() throws IOException {
    for (String line : Files.readAllLines(Path.of("examples", "requisitions.jsonl"))) {
      assertThat(refused(hiring.vocabulary(), line)).as(line).isFalse();
    }
  }

  @Test
  void takesTheSituationThatADecisionCarries() throws IOException {
    String json =
        """
        {"id": 7, "posting": {"title": "Program Manager"}, "scope": {"teams": 4},
         "inferred": {"scope.teams": "four teams"}}
        """;
    Situation situation = hiring.decide(situation(hiring.vocabulary(), json)).situation();
    StringWriter written = new StringWriter();
    try (var generator = Json.FACTORY.createGenerator(written)) {
      DecisionJson.write(situation, generator);
    }

    assertThat(written.toString()).contains("inferred", "derived");
    assertThat(refused(hiring.vocabulary(), written.toString())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'id': 'R-1', 'spot': null}",
        "{'id': null, 'spot': {'sunHours': 24.5, 'soil': 'LOAMY', 'indoors': true, 'pots': -3}}",
        "{'spot': {'sunHours': null, 'soil': null, 'shade': false}, 'water': {'comment': ''}}",
        "{'water': {'daily': true}, 'inferred': {'water.daily': 'watered'}, 'derived': []}"
      })
  void takesWhatTheReaderTakes(String json) {
    String situation = json.replace('\'', '"');

    assertThat(refused(garden, situation)).isFalse();
    assertThat(read(garden, situation)).isInstanceOf(Result.Ok.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{'spto': {}}",
        "{'spot': {'sunHour': 3}}",
        "{'spot': {'sunHours': 24.6}}",
        "{'spot': {'sunHours': -0.1}}",
        "{'spot': {'soil': 'CLAY'}}",
        "{'spot': {'soil': 1}}",
        "{'spot': {'pots': 1.5}}",
        "{'spot': {'pots': 2147483648}}",
        "{'spot': {'indoors': 3}}",
        "{'spot': [1]}",
        "{'water': {'comment': {}}}",
        "{'id': true}",
        "{'inferred': {'spot.sun': 'sunny'}}",
        "{'inferred': ['spot.soil']}",
        "{'derived': ['spot.sun']}",
        "{'derived': 'spot.soil'}"
      })
  void refusesWhatTheReaderRefuses(String json) {
    String situation = json.replace('\'', '"');

    assertThat(refused(garden, situation)).isTrue();
    assertThat(read(garden, situation)).isInstanceOf(Result.Refused.class);
  }

  @Test
  void asksWithTheQuestionsAndNamesTheChoices() {
    assertThat(SituationSchema.of(garden))
        .contains("\"$id\": \"urn:rolecall:situation:garden\"")
        .contains("\"description\": \"How many pots?\"")
        .contains("\"maximum\": 24.5")
        .contains("\"const\": \"SANDY\",\n          \"title\": \"sandy, dry\"");
  }

  @Test
  void anAttributeMoreInTheVocabularyIsAPropertyMore(@TempDir Path other) {
    Vocabulary wider =
        Rules.garden(other, "    litres : Integer @ask(\"How many litres?\") @range(\"1..9\")", "")
            .vocabulary();

    assertThat(refused(garden, "{\"water\": {\"litres\": 9}}")).isTrue();
    assertThat(refused(wider, "{\"water\": {\"litres\": 9}}")).isFalse();
    assertThat(refused(wider, "{\"water\": {\"litres\": 10}}")).isTrue();
  }

  private static boolean refused(Vocabulary vocabulary, String json) {
    Schema schema = REGISTRY.getSchema(SituationSchema.of(vocabulary), InputFormat.JSON);
    return !schema.validate(json, InputFormat.JSON).isEmpty();
  }

  private static Result<Situation> read(Vocabulary vocabulary, String json) {
    return Json.read("test", 1, json).then(node -> SituationReader.read(vocabulary, node));
  }

  private static Situation situation(Vocabulary vocabulary, String json) {
    return ((Result.Ok<Situation>) read(vocabulary, json)).value();
  }
}
