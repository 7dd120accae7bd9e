package dev.rolecall.situation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.ValueType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseTableTest {

  private static final Attribute KIND =
      new Attribute(
          "Posting",
          "kind",
          "posting.kind",
          0,
          new ValueType.Text(List.of("A", "B", "C", "D", "E", "F", "G", "OTHER")),
          "",
          Optional.empty(),
          Place.of(""));

  private static final String TABLE =
      """
      phrase,kind
      project manager,A
      senior project manager,B
      tpm + software,C
      "manager, project",D
      aa bb,E
      cc dd,F
      new baker,G
      nothing known,
      *,OTHER
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Project Manager                  | A
          Lead PROJECT-MANAGER (m/f)       | A
          Senior Project Manager           | B
          Sr. Project Manager              | A
          Project Management               | OTHER
          The software TPM                 | C
          TPM, hardware                    | OTHER
          Manager: Project                 | D
          cc dd and aa bb                  | E
          aa bb and cc dd                  | E
          New Bäker                        | G
          nothing known                    |
          ''                               | OTHER
          + *                              | OTHER
          """)
  void takesTheLongestPhraseThenTheEarlierLine(String title, String kind) {
    PhraseTable table =
        ((Result.Ok<PhraseTable>) PhraseTable.read("t.csv", TABLE, List.of(KIND))).value();
    assertThat(table.lookUp(title).get(KIND)).isEqualTo(kind);
  }

  @Test
  void namesEverythingThatIsWrong() {
    assertThat(problems("phrase,kin\na,A\n"))
        .containsExactly(
            "t.csv: row 1, column \"kin\": no attribute of this name is derived by this table; there are `kind`; maybe `kind`?",
            "t.csv:1: there is no column `kind`");
    assertThat(problems("phrase,kind\na b,X\nA-B,A\n+,A\n*,A\n*,B\n"))
        .containsExactly(
            "t.csv: row 2, column \"kind\": `X` is not one of `A`, `B`, `C`, `D`, `E`, `F`, `G`, `OTHER`",
            "t.csv: row 3, column \"phrase\": `A-B` is there twice",
            "t.csv: row 4, column \"phrase\": a phrase needs at least one word",
            "t.csv: row 6, column \"phrase\": `*` is there twice");
    assertThat(problems("")).singleElement().asString().contains("it is empty");
    assertThat(problems("words;kind\n")).isNotEmpty();
    assertThat(problems("phrase,kind\n\"a,A\n")).isNotEmpty();
    assertThat(problems("phrase,kind\na,A,B\n")).isNotEmpty();
  }

  private static List<String> problems(String csv) {
    return PhraseTable.read("t.csv", csv, List.of(KIND))
            instanceof Result.Refused<PhraseTable> refused
        ? refused.problems().stream().map(Problem::toString).toList()
        : List.of();
  }
}
