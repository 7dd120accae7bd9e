package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an edit of the rules does to cases, told before anybody publishes it. */
class RulesImpactCommandTest {

  private static final Path SHIPPED = Path.of("rules/hiring");

  /** A balance of three voices, which holds as long as three are enough. */
  private static final String CASES =
      """
      id,title,scope.teams,ambiguity.definition,success.measuredBy,boundaryTest.hardestPart,owner
      A,TPM,5,SHAPED_ALONG_THE_WAY,OUTCOME_MOVED,,Ines
      B,TPM,3,SHAPED_ALONG_THE_WAY,OUTCOME_MOVED,,Jonas
      C,Program Mgr,,,,ALIGNMENT_ACROSS_BOUNDARIES,Zoë
      D,Chef,,,,,Dana
      """;

  @TempDir Path folder;
  private Path edited;

  @BeforeEach
  void copyRules() throws IOException {
    edited = Run.copy(SHIPPED, folder.resolve("hiring"));
  }

  private void edit(String file, String from, String to) throws IOException {
    Run.edit(edited.resolve(file), from, to);
  }

  private Path cases(String text) throws IOException {
    return Files.writeString(folder.resolve("cases.csv"), text);
  }

  private Run impact(Path on, Object... more) {
    Object[] line = {"rules", "impact", SHIPPED, edited, "--on", on};
    return Run.of(
        java.util.stream.Stream.of(line, more).flatMap(java.util.Arrays::stream).toArray());
  }

  @Test
  void anEditThatFlipsNothingSaysSo() throws IOException {
    edit("scope.drl", "the work is one project", "all of it is one project");
    Run run = impact(Path.of("examples/open-requisitions.csv"));
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("Another outcome: 0 of 42 rows")
        .doesNotContain("Because of", "Case by case");
  }

  @Test
  void whatFlipsIsCountedAndBlamedOnTheRuleThatWasChanged() throws IOException {
    edit("scope.drl", "$teams : teams >= 3", "$teams : teams >= 4");
    Run run = impact(cases(CASES));
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("Another outcome: 1 of 4 rows", "1  lost the recommendation")
        .contains("1  scope-several-teams: Several teams have to move together (condition)")
        .contains("  1. B · TPM\n     TPM -> inconclusive  because of scope-several-teams")
        .doesNotContain(" A ·");
  }

  @Test
  void anotherRoleIsWorseThanNone() throws IOException {
    edit(
        "recommendation.drl",
        "verdict.recommend( Hire.TPM, \"alignment",
        "verdict.recommend( Hire.PM, \"alignment");
    edit("scope.drl", "$teams : teams >= 3", "$teams : teams >= 9");
    assertThat(impact(cases(CASES)).out())
        .contains("  1. C · Program Mgr\n     TPM -> PM  because of boundary-tpm\n")
        .contains("  2. A · TPM\n     TPM -> inconclusive");
  }

  @Test
  void aChangedTableIsNamedByWhatItGives() throws IOException {
    edit(
        "titles.csv",
        "program mgr,PROJECT_OR_PROGRAM,PGM\n",
        "program mgr,PROJECT_OR_PROGRAM,TPM\n");
    assertThat(impact(cases(CASES)).out())
        .contains("Another outcome: 0 of 4 rows")
        .contains("keep the answer, with other marks or warnings")
        .contains("posting.advertisedAs (a table gives another value)");
  }

  @Test
  void aWeightThatTurnsAVoiceIsTheCauseAndOneThatDoesNotIsNone() throws IOException {
    edit("scope.drl", "@id(scope-several-teams) @weight(3)", "@id(scope-several-teams) @weight(7)");
    assertThat(impact(cases(CASES)).out()).contains("Another outcome: 0 of 4 rows");
  }

  @Test
  void casesThatChangeAreWrittenWithTheirOwnCells() throws IOException {
    edit("scope.drl", "$teams : teams >= 3", "$teams : teams >= 4");
    Path out = folder.resolve("changed.csv");
    Run run = impact(cases(CASES), "--out", out);
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).endsWith("Every case that changes: " + out + "\n");
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(out)) {
      List<NamedCsvRecord> rows = csv.stream().toList();
      assertThat(rows).hasSize(1);
      assertThat(rows.get(0).getFields())
          .containsExactly(
              "B",
              "TPM",
              "3",
              "SHAPED_ALONG_THE_WAY",
              "OUTCOME_MOVED",
              "",
              "Jonas",
              "lost",
              "TPM",
              "inconclusive",
              "",
              "",
              "scope-several-teams");
    }
    assertThat(folder.resolve("changed.csv.part")).doesNotExist();
  }

  @Test
  void jsonCountsEveryKindOfChange() throws IOException {
    edit("scope.drl", "$teams : teams >= 3", "$teams : teams >= 4");
    assertThat(impact(cases(CASES), "--json").out())
        .contains("\"rows\": 4", "\"flipped\": 1", "\"lost\": 1", "\"another role\": 0")
        .contains("\"at\": \"" + folder.resolve("cases.csv") + ": row 3\"");
  }

  @Test
  void rowsThatOneVocabularyOrNoneCanReadAreSetApart() throws IOException {
    edit(
        "vocabulary.drl",
        "@ask(\"How many teams have to move together?\")       @range(\"1..500\")",
        "@ask(\"How many teams have to move together?\")       @range(\"1..600\")");
    Run run = impact(cases("id,scope.teams\nA,550\nB,many\nC,4\n"));
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("1  can be read by one of the two only", "1  cannot be read")
        .contains("1  stay as they are");
    assertThat(run.err())
        .contains("row 2, column \"scope.teams\": the earlier rules: `550`")
        .contains("row 3, column \"scope.teams\": `many`");
  }

  @Test
  void aColumnThatOnlyOneVocabularyKnowsIsToldWithAWayOut() throws IOException {
    edit(
        "vocabulary.drl",
        "declare Scope @dimension\n",
        "declare Scope @dimension\n  sites : Integer\n");
    Run run = impact(cases("id,scope.sites\nA,5\n"));
    assertThat(run.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(run.err())
        .contains("the earlier rules: `scope.sites` is not an attribute")
        .contains("take out of a copy what only one of them knows, and try that");
  }

  @Test
  void aDecisionForOnesOwnUseIsNotTriedOnFiles() {
    Run run =
        Run.of("rules", "impact", "rules/growth", "rules/growth", "--on", "examples/growth.yaml");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("`growth` is for a person's own use");
  }

  @Test
  void theCasesThemselvesAreNotWrittenOver() throws IOException {
    Path cases = cases(CASES);
    Run run = impact(cases, "--out", cases);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(cases).hasContent(CASES);
    assertThat(impact(cases, "--out", folder.resolve("none/x.csv")).code())
        .isEqualTo(ExitCode.NOT_WRITTEN);
    assertThat(impact(Path.of("-")).err()).contains("the standard input cannot be one of them");
  }
}
