package dev.rolecall.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.ruleset.Balcony;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Conditions of every kind, as they stand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhyNotTest {

  private static final Style STYLE = new Style(false, 120);

  @TempDir private static Path folder;

  private Ruleset balcony;

  @BeforeAll
  void open() {
    balcony = Balcony.open(folder);
  }

  @Test
  void waysToMeetAnOrStandUnderIt() {
    assertThat(whyNot("either", "spot.soil", "CLAY", "spot.pots", 9))
        .contains(
            """
                unknown    one of these holds:
                    not met    all of these hold:
                        met        spot.soil is "clay"
                        not met    spot.pots is at most 2 (it is 9; 2 would do)
                    unknown    water.litres is more than 35 (it is not known; 36 would do)
            """);
  }

  @Test
  void whatMustNotBeStandsWithWhatIsSo() {
    assertThat(whyNot("tomato", "water.daily", false, "water.litres", 1))
        .contains(
            """
                not met    balance.leader is "a tomato" (there is none)
                not met    balance.margin is at least 1 (it is 0)
                not met    not all of these hold:
                    met        water.daily is no
                    met        water.litres is less than 3 (it is 1)
            """);
  }

  @Test
  void ofVoicesTheirStateIsTold() {
    assertThat(whyNot("fern", "spot.pots", 3))
        .contains(
            "not met    the voice of Water is split or leans (it is silent)",
            "not met    balance.leader is not known (it is \"a tomato\")");
  }

  @Test
  void anOutcomeIsAskedWithTheDimensionsThatDoNotLeanToIt() {
    WhyNot whyNot = WhyNot.ofOutcome(balcony, situation("spot.pots", 3), "FERN");

    assertThat(whyNot.rules()).extracting(a -> a.rule().id()).containsExactly("fern");
    assertThat(whyNot.dimensions()).extracting(d -> d.title()).containsExactly("Spot", "Water");
    assertThat(whyNot.dimensions().get(0).rules()).isEmpty();
    assertThat(whyNot.dimensions().get(1).rules())
        .extracting(Account::missing)
        .isSorted()
        .hasSize(3);
  }

  private String whyNot(String rule, Object... answers) {
    return WhyNot.ofRule(balcony, situation(answers), balcony.rulebook().rule(rule).orElseThrow())
        .text(STYLE);
  }

  private Situation situation(Object... answers) {
    Situation.Builder situation = Situation.of(balcony.vocabulary(), "");
    for (int i = 0; i < answers.length; i += 2) {
      situation.set(
          balcony.vocabulary().attribute((String) answers[i]).orElseThrow(),
          Answer.stated(answers[i + 1]));
    }
    return situation.build();
  }
}
