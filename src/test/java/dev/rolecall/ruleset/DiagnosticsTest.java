package dev.rolecall.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All that is wrong is said at once, and nothing that only follows from it. */
class DiagnosticsTest {

  @TempDir Path temp;

  private List<String> problems(String vocabulary, String rules) {
    return Trip.problems(
        Trip.open(temp, "trip", Map.of("vocabulary.drl", vocabulary, "r.drl", rules)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      textBlock =
          """
          Way( hours == 1, km > 20000 )           → r.drl:5:22: way.km can never meet this: it is a whole number from -100 to 20000
          Way( km < -100 )                        → r.drl:5:10: way.km can never meet this
          Way( km > 5, km < 3 )                   → r.drl:5:10: way.km can never meet all of this: it is a whole number
          Way( km > 5, km < 6 )                   → r.drl:5:10: way.km can never meet all of this
          Way( $km : km, km > 5, km < 3 )         → r.drl:5:20: way.km can never meet all of this
          Way( $a : km && $b : km, km > 5, km < 3 ) → r.drl:5:30: way.km can never meet all of this
          Way( abroad == null, abroad == true )   → r.drl:5:10: way.abroad can never meet all of this: it is `yes` or `no`
          Way( season == Season.DARK, season in ( Season.SUMMER, Season.WINTER ) ) → way.season can never meet all of this
          not( Way( km > 5 && km < 3 ) )          → r.drl:5:15: way.km can never meet this
          Balance( margin > 3, margin < 2 )       → balance.margin can never meet all of this
          Way( km > 5 && abroad == true || km > 6 && abroad == false, km < 3 ) → r.drl:5:5: no `Way` can ever meet all of this
          """)
  void whatCanNeverBeIsRefused(String condition, String problem) {
    assertThat(problems(Trip.VOCABULARY, Trip.warning(condition)))
        .singleElement()
        .asString()
        .contains(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      textBlock =
          """
          Way( km >= 20000 )
          Way( km > 5, km < 7 )
          Way( price > 5, price < 5.01 )
          Way( km < 3 || km > 5 )
          Way( km == 3 ) or Way( km == 5 )
          """)
  void whatCanBeIsNot(String condition) {
    assertThat(problems(Trip.VOCABULARY, Trip.warning(condition))).isEmpty();
  }

  @Test
  void aWrongStatementDoesNotHideTheNext() {
    String rule =
        Trip.rule(
            "r",
            "Way( km == 1 )",
            "verdict.warn( Risk.DELY, \"x\" );\n    verdict.wran( Risk.DELAY, \"x\" );");
    assertThat(problems(Trip.VOCABULARY, "package trip;\n" + rule)).hasSize(2);
  }

  @Test
  void aProblemOfTheVocabularyDoesNotHideThoseOfRules() {
    String rules =
        "package trip;\n"
            + Trip.rule("a", "Way( km >= 3 )", "verdict.warn( Risk.DELAY, \"x\" );")
            + Trip.rule("b", "Way( hours >= 3 )", "verdict.warn( Risk.DELAYY, \"x\" );");
    assertThat(problems(Trip.VOCABULARY.replace("km     : Integer", "km     : Intger"), rules))
        .satisfiesExactly(
            p -> assertThat(p).contains("r.drl:14:", "Risk.DELAYY"),
            p -> assertThat(p).contains("vocabulary.drl:", "`Intger` is not a type"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      textBlock =
          """
          declare Bag @dimension → declare bag @dimension
          declare Bag @dimension → declare Bag @dimensoin
          kilos : Integer        → kilos : Integer @rnge("1..3")
          SUMMER("in summer")    → SUMMER(1)
          declare enum Season    → declare enum Season @x
          kilos : Integer        → kilos : Integer = 3
          """)
  void whatIsWrongWithTheVocabularyIsSaidOnce(String right, String wrong) {
    String rules =
        "package trip;\n"
            + Trip.rule(
                "a",
                "Bag( kilos >= 3 ) Way( season == Season.SUMMER )",
                "verdict.warn( Risk.DELAY, \"x\" );");
    assertThat(problems(Trip.VOCABULARY.replace(right, wrong), rules))
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p).startsWith("vocabulary.drl:"));
  }

  @ParameterizedTest
  @CsvSource({
    "dateOfBirth, date of birth",
    "ageGroup, age",
    "candidateAge, a candidate",
    "civilStatus, marital status",
    "nationalOrigin, nationality",
    "skinColour, ethnicity",
    "handicapped, disability",
    "headshot, photo",
    "firstName, a name",
    "pronoun, gender",
    "maternityLeave, pregnancy",
    "religiousBelief, religion"
  })
  void anAttributeAboutAPersonIsRefusedUnderAnyName(String attribute, String what) {
    assertThat(
            problems(
                Trip.VOCABULARY.replace("kilos :", attribute + " :"),
                Trip.warning("Way( km == 1 )")))
        .singleElement()
        .asString()
        .contains("`" + attribute + "` is about a person (" + what + ")");
  }
}
