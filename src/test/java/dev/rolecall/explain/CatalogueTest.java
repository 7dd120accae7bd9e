package dev.rolecall.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rolecall.ruleset.Ruleset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue has every rule, with its words and its place. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueTest {

  private static final String FURTHER =
      """

      rule "Heavy soil holds the water of ferns"
          @id(spot-soil) @source(published) @weight(2) @author(nobody)
      when
          Spot( soil == Soil.LOAMY, $pots : pots >= 2 )
      then
          verdict.leans( Plant.FERN, "{pots} pots of heavy soil hold water" );
      end

      rule "Nobody decides"
          @id(nobody) @decidedBy(nothing)
      when
          Known( stated >= 0 )
      then
          verdict.inconclusive( "nobody decides" );
          verdict.ask( "water.daily" );
      end
      """;

  @TempDir private static Path folder;

  private Ruleset garden;
  private List<Ruleset> rulesets;

  @BeforeAll
  void open() {
    garden = Rules.garden(folder, "", FURTHER);
    rulesets = List.of(Rules.shipped("hiring"), Rules.shipped("growth"), garden);
  }

  List<Ruleset> rulesets() {
    return rulesets;
  }

  @ParameterizedTest
  @MethodSource("rulesets")
  void jsonHasEveryRuleInOrderAndTheLineWhereItStands(Ruleset ruleset) throws IOException {
    List<String> ids = new ArrayList<>();
    for (JsonNode entry : json(Catalogue.of(ruleset))) {
      ids.add(entry.get("id").asText());
      String[] at = entry.get("at").asText().split(":");
      Path rules = ruleset == garden ? folder : Path.of("rules");
      String line = Files.readAllLines(rules.resolve(at[0])).get(Integer.parseInt(at[1]) - 1);
      assertThat(line).isEqualTo("rule \"" + entry.get("sentence").asText() + "\"");
    }
    assertThat(ids).isEqualTo(ruleset.rulebook().ids());
  }

  @ParameterizedTest
  @MethodSource("rulesets")
  void textHasEveryRuleOnceAndSaysHowMany(Ruleset ruleset) {
    String text = Catalogue.of(ruleset).text(new Style(false, 100));

    for (String id : ruleset.rulebook().ids()) {
      assertThat(text.lines().filter(l -> l.startsWith("    " + id + " "))).as(id).hasSize(1);
    }
    assertThat(text).endsWith("\n" + ruleset.rulebook().rules().size() + " rules\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 100, 200})
  void textKeepsToTheWidthOfTheTerminal(int width) {
    String text = Catalogue.of(rulesets.get(0)).text(new Style(false, width));

    assertThat(text.lines().filter(l -> l.length() > width)).isEmpty();
  }

  @Test
  void textGroupsByDimensionThenByWhatRulesDo() {
    assertThat(Catalogue.of(garden).text(new Style(false, 80)))
        .isEqualTo(
            """
            Spot

              Sun makes tomatoes
                spot-sun · house · garden/plants.drl:4
                when          spot.sunHours is at least 6.5
                leans to      a tomato, because there is sun

              Heavy soil holds the water of ferns
                spot-soil · weight 2 · author nobody · published · garden/plants.drl:12
                when          spot.soil is "loamy: heavy"
                and           spot.pots is at least 2
                leans to      a fern, because {pots} pots of heavy soil hold water

            Outcome

              Nobody decides
                nobody · decided by nothing · garden/plants.drl:20
                when          known.stated is at least 0
                inconclusive  because nobody decides
                asks          Is it so? (water.daily)

            3 rules
            """);
  }

  @Test
  void jsonLeavesNothingOut() throws IOException {
    assertThat(json(Catalogue.of(garden)).get(1))
        .isEqualTo(
            JsonMapper.builder()
                .build()
                .readTree(
                    """
                    {"id": "spot-soil", "sentence": "Heavy soil holds the water of ferns",
                     "phase": "findings", "dimension": "Spot", "weight": 2,
                     "when": ["spot.soil is \\"loamy: heavy\\"", "spot.pots is at least 2"],
                     "says": [{"verb": "leans", "about": "FERN", "label": "a fern",
                               "text": "{pots} pots of heavy soil hold water"}],
                     "source": "published", "metadata": {"author": "nobody"},
                     "at": "garden/plants.drl:12"}
                    """));
    assertThat(json(Catalogue.of(garden)).get(2).get("dimension").isNull()).isTrue();
    assertThat(json(Catalogue.of(garden)).get(2).get("source").isNull()).isTrue();
  }

  @Test
  void canBeNarrowedToADimensionAndASource() throws IOException {
    Catalogue all = Catalogue.of(garden);
    var spot = garden.vocabulary().fact("Spot").orElseThrow();
    var water = garden.vocabulary().fact("Water").orElseThrow();

    assertThat(json(all.ofDimension(spot)).findValuesAsText("id"))
        .containsExactly("spot-sun", "spot-soil");
    assertThat(json(all.ofDimension(spot).ofSource("house")).findValuesAsText("id"))
        .containsExactly("spot-sun");
    assertThat(json(all.ofDimension(water))).isEmpty();
    assertThat(all.ofDimension(water).text(new Style(false, 80))).isEqualTo("No rule matches.\n");
  }

  private static JsonNode json(Catalogue catalogue) throws IOException {
    return JsonMapper.builder().build().readTree(catalogue.json());
  }
}
