package dev.rolecall.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.rule.Rule;
import dev.rolecall.ruleset.Ruleset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every condition that the language has reads as a sentence. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConditionWordsTest {

  /** Conditions of rules in the second phase, where all of the language but Recommendation is. */
  private static final Map<String, String> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put("Spot( pots == 3 )", "spot.pots is 3");
    WORDS.put("Spot( $pots : pots )", "always");
    WORDS.put(
        "Spot( pots < 3, pots > 1 )", "spot.pots is less than 3 and spot.pots is more than 1");
    WORDS.put("Spot( sunHours <= 2.5 )", "spot.sunHours is at most 2.5");
    WORDS.put("Spot( indoors == false )", "spot.indoors is no");
    WORDS.put("Spot( soil == null )", "spot.soil is not known");
    WORDS.put("Spot( soil != null )", "spot.soil is known");
    WORDS.put("Spot( pots != null, pots != 3 )", "spot.pots is known and spot.pots is not 3");
    WORDS.put("Spot( pots in ( 1, 2, 3 ) )", "spot.pots is 1, 2 or 3");
    WORDS.put(
        "Spot( soil in ( Soil.SANDY, Soil.LOAMY ) )",
        "spot.soil is \"sandy, dry\" or \"loamy: heavy\"");
    WORDS.put(
        "Spot( pots != null, pots not in ( 1, 2 ) )",
        "spot.pots is known and spot.pots is none of 1 or 2");
    WORDS.put("Spot( pots != null, !( pots == 1 ) )", "spot.pots is known and spot.pots is not 1");
    WORDS.put("Water( comment == \"wet\" )", "water.comment is \"wet\"");
    WORDS.put(
        "Spot( pots == null || pots >= 2, indoors == true )",
        "(spot.pots is not known or is at least 2) and spot.indoors is yes");
    WORDS.put("Spot( pots == 1 || indoors == true )", "spot.pots is 1 or spot.indoors is yes");
    WORDS.put("not( Spot( pots >= 3 ) )", "spot.pots is not known to be at least 3");
    WORDS.put("not( Spot( soil == null ) )", "spot.soil is known");
    WORDS.put(
        "not( Spot( pots >= 3, indoors == true ) )",
        "it is not known that (spot.pots is at least 3 and spot.indoors is yes)");
    WORDS.put("not( Balance( speaking >= 3 ) )", "balance.speaking is less than 3");
    WORDS.put(
        "not( Balance( leader == Plant.FERN, margin >= 2 ) )",
        "it is not so that (balance.leader is \"a fern\" and balance.margin is at least 2)");
    WORDS.put("exists( Spot( pots == 3 ) )", "spot.pots is 3");
    WORDS.put(
        "( Spot( pots == 3 ) or Water( daily == true ) )", "spot.pots is 3 or water.daily is yes");
    WORDS.put(
        "Voice( dimension == \"Spot\", state in ( State.SILENT, State.SPLIT ) )",
        "the voice of Spot is silent or is split");
    WORDS.put(
        "Voice( dimension == \"Spot\", leans == Plant.FERN )",
        "the voice of Spot leans to \"a fern\"");
    WORDS.put("not( Voice( state == State.SPLIT ) )", "it is not so that some voice is split");
  }

  @TempDir private static Path folder;

  private Ruleset garden;

  @BeforeAll
  void open() {
    StringBuilder rules = new StringBuilder();
    List<String> conditions = List.copyOf(WORDS.keySet());
    for (int i = 0; i < conditions.size(); i++) {
      rules.append(
          """

          rule "Condition %1$d"
              @id(condition-%1$d)
          when
              %2$s
          then
              verdict.ask( "water.daily" );
          end
          """
              .formatted(i, conditions.get(i)));
    }
    garden = Rules.garden(folder, "", rules.toString());
  }

  List<String> conditions() {
    return List.copyOf(WORDS.keySet());
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void readsAsASentence(String condition) {
    int number = conditions().indexOf(condition);
    Rule rule = garden.rulebook().rule("condition-" + number).orElseThrow();

    assertThat(ConditionWords.of(rule.when())).isEqualTo(WORDS.get(condition));
  }
}
