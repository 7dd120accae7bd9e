package dev.rolecall.cue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.problem.Result;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of cues: what is wrong with it, in the words of who wrote it. */
class CueTableTest {

  private static final String ROW_2 = "rules/harbour/cues.csv: row 2, column ";

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    assertThat(
            Harbour.problems(
                """
                load.kargo,GRAIN,grain,3
                load.cargo,GRAINS,grain,3
                load.cargo,GRAIN,silo,heavy
                load.cargo,TIMBER,silo,3
                ship.flag,panama,panama,3
                denial,everything,never,
                load.dangerous,#,# fumes,3
                """))
        .containsExactly(
            ROW_2
                + "\"attribute\": `load.kargo` is not an attribute of `harbour`, nor `denial`;"
                + " maybe `load.cargo`?",
            "rules/harbour/cues.csv: row 3, column \"value\": `GRAINS` is not one of `GRAIN`,"
                + " `TIMBER`; maybe `GRAIN`?",
            "rules/harbour/cues.csv: row 4, column \"weight\": `heavy` is not a weight: 3 where the"
                + " phrase alone says it, 2 or 1 where others have to say it too",
            "rules/harbour/cues.csv: row 5, column \"phrase\": `silo` stands for `load.cargo` in row"
                + " 4 already",
            "rules/harbour/cues.csv: row 6, column \"attribute\": `ship.flag` frames the case; cues"
                + " are read for what is asked about the work only",
            "rules/harbour/cues.csv: row 7, column \"value\": `everything` is not what a denial can"
                + " deny: one of `what follows`, `the next words`, `what precedes`, `the sentence`,"
                + " `the section`, `nothing`, `ends`",
            "rules/harbour/cues.csv: row 8, column \"value\": `#` takes the number of the phrase,"
                + " and `load.dangerous` is `yes` or `no`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          silo (and mill ~ the `(` at character 6 is not closed
          silo [(a|b)] ~ a bracket stands within a bracket at character 7
          ... silo ~ a gap `...` stands between two words
          silo ... ... mill ~ a gap `...` stands between two words
          a ... b ... c ... d ... e ~ it has more than 3 gaps `...`
          a b c d e f g h i j k l m n o p q ~ it is longer than 16 words
          si* ~ `si*` is too short; a `*` stands behind three letters or more
          (silo|) ~ `` holds no word
          silo = mill ~ `=` has no meaning in a phrase; what has one is in docs/cues.md
          # silos ~ `#` stands in both the value and the phrase, or in neither
          /silo ~ a pattern stands between two `/`
          /si(lo/ ~ the pattern cannot be read: missing closing ) at `si(lo`
          /si\\1/ ~ the pattern cannot be read: invalid escape sequence at `\\1`
          /x*/ ~ the pattern matches where nothing stands
          /((a{30}){30}){30}/ ~ the pattern repeats too much
          /a{99999}/ ~ the pattern repeats too much
          [a b|c d] [e f|g h] [i j|k l] [m n|o p] [q r|s t] [u v|w x] y ~ it stands for more than 500 sequences of words; part it
          """)
  void aPhraseThatCannotBeReadSaysWhere(String phrase, String problem) {
    assertThat(Harbour.problems("load.cargo,GRAIN,\"" + phrase + "\",3\n"))
        .containsExactly(ROW_2 + "\"phrase\": " + problem);
  }

  @Test
  void aPhraseStandsOnceForAnAttribute() {
    assertThat(
            Harbour.problems(
                "load.cargo,GRAIN,silo,3\nload.cargo,TIMBER,Silo,3\nload.dangerous,yes,silo,3\n"))
        .containsExactly(
            "rules/harbour/cues.csv: row 3, column \"phrase\": `Silo` stands for `load.cargo` in row"
                + " 2 already");
  }

  @Test
  void aValueIsNeededForAWeightAndAWeightForAValue() {
    assertThat(Harbour.problems("load.cargo,,silo,3\n"))
        .containsExactly(
            ROW_2 + "\"weight\": words that say nothing (no value) have no weight; leave it empty");
    assertThat(Harbour.problems("load.cargo,GRAIN,silo,\n"))
        .containsExactly(
            ROW_2
                + "\"weight\": the weight is missing: 3 where the phrase alone says it, 2 or 1 where"
                + " others have to say it too");
  }

  @Test
  void anotherTableIsRefusedByItsFirstLine() {
    assertThat(problem("phrase,value\nsilo,GRAIN\n"))
        .isEqualTo(
            "rules/harbour/cues.csv:1: the first line must be `attribute,value,phrase,weight`");
  }

  private static String problem(String table) {
    byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
    Result<Cues> result = Harbour.of(Map.of("cues.csv", bytes));
    return ((Result.Refused<Cues>) result).problems().get(0).toString();
  }
}
