package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two versions are compared rule by rule, and only what a person would call a change is shown. */
class RulesDiffCommandTest {

  private static final Path SHIPPED = Path.of("rules/hiring");

  @TempDir Path folder;
  private Path edited;

  @BeforeEach
  void copyRules() throws IOException {
    edited = Run.copy(SHIPPED, folder.resolve("hiring"));
  }

  private void edit(String file, String from, String to) throws IOException {
    Run.edit(edited.resolve(file), from, to);
  }

  private String difference() {
    Run run = Run.of("rules", "diff", SHIPPED, edited);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    return run.out();
  }

  @Test
  void nothingDiffersInACopy() {
    assertThat(difference()).contains("The same files: nothing differs.");
  }

  @Test
  void eachPartOfARuleIsShownAsItWasAndAsItIs() throws IOException {
    edit("scope.drl", "$teams : teams >= 3", "$teams : teams >= 4");
    edit("scope.drl", "the work spans {teams} teams", "the work touches {teams} teams");
    edit("scope.drl", "@id(scope-one-team) @weight(3)", "@id(scope-one-team) @weight(2)");
    assertThat(difference())
        .contains("Changed: 1 condition, 1 weight, 1 text; answers can differ")
        .contains("condition  scope.teams is at least 3 -> scope.teams is at least 4")
        .contains(
            "text       the work spans {teams} teams -> the work touches {teams} teams",
            "weight     3 -> 2");
  }

  @Test
  void ofALongConditionOnlyTheClausesThatDifferAreShown() throws IOException {
    edit(
        "recommendation.drl",
        "Balance( leader == Hire.TPM, $speaking : speaking >= 3, margin >= 2, times >= 2,"
            + " $leaderVoices : leaderVoices, runnerUpVoices >= 2 )",
        "Balance( leader == Hire.TPM, $speaking : speaking >= 5, margin >= 2, times >= 2,"
            + " $leaderVoices : leaderVoices, runnerUpVoices >= 2 )");
    assertThat(difference())
        .contains("was balance.speaking is at least 3\n", "now balance.speaking is at least 5\n")
        .contains("more, as they were)");
  }

  @Test
  void commentsAndLayoutAreNoDifferenceOfRules() throws IOException {
    edit("scope.drl", "Scope( $teams : teams >= 3 )", "Scope(\n  $teams  :  teams >= 3 ) // three");
    assertThat(difference())
        .contains("Changed: comments or layout only; the meaning is the same, no answer differs")
        .doesNotContain("condition");
  }

  @Test
  void wordsAloneLeaveTheMeaning() throws IOException {
    edit("scope.drl", "the work is one project", "all of it is one project");
    edit("vocabulary.drl", "How many projects does", "How many plans does");
    assertThat(difference())
        .contains("1 text, 1 word of the vocabulary; the meaning is the same")
        .contains("changed  scope.projects: question How many projects does");
  }

  @Test
  void aConditionWrittenInAnotherWayReadsTheSame() throws IOException {
    edit("scope.drl", "Scope( projects == 1 )", "Scope( projects in (1) )");
    assertThat(difference())
        .contains("written in another way; it still reads: scope.projects is 1");
  }

  @Test
  void rulesRowsAndQuestionsThatCameOrWentAreNamed() throws IOException {
    edit("scope.drl", "@id(scope-one-project)", "@id(scope-single-project)");
    edit("vocabulary.drl", "@range(\"0..1000\")", "@range(\"0..2000\")");
    edit("titles.csv", "project mgr,PROJECT_OR_PROGRAM,PM\n", "scrum master,OTHER_JOB,\n");
    assertThat(difference())
        .contains("1 added rule", "1 removed rule", "1 word of the vocabulary", "2 table rows")
        .contains("Rules added\n  The work is one project\n    scope-single-project\n")
        .contains("Rules removed\n  The work is one project\n    scope-one-project\n")
        .contains("changed  scope.systems: answer a whole number from 0 to 1000 -> a whole number")
        .contains("added    titles.csv scrum master: family OTHER_JOB")
        .contains("removed  titles.csv project mgr: family PROJECT_OR_PROGRAM; advertisedAs PM");
  }

  @Test
  void bothTablesAreComparedRowByRowAndTheirRemarksAreNone() throws IOException {
    edit("columns.csv", "id,req id\n", "# What we call it.\nid,vacancy\n");
    edit("titles.csv", "project mgr,PROJECT_OR_PROGRAM,PM\n", "# None of ours is called so.\n");
    assertThat(difference())
        .contains("Changed: 2 table rows")
        .contains("changed  columns.csv id: called req id -> vacancy")
        .contains("removed  titles.csv project mgr: family PROJECT_OR_PROGRAM; advertisedAs PM")
        .doesNotContain("#");
  }

  @Test
  void whatIsNoTableIsComparedLineByLine() throws IOException {
    edit("columns.csv", "id,req id\n", "id;vacancy\n");
    assertThat(difference())
        .contains("Changed: 2 table rows")
        .contains("added    columns.csv id;vacancy\n", "removed  columns.csv id,req id\n");
  }

  @Test
  void theOrderOfWarningsIsTheirRank() throws IOException {
    edit("vocabulary.drl", "RELAY(\"Relay risk\"),\n    PADDING", "PADDING");
    edit(
        "vocabulary.drl",
        "PADDING(\"Padding risk\"),",
        "PADDING(\"Padding risk\"),\n    RELAY(\"Relay risk\"),");
    assertThat(difference())
        .contains("changed  Warning: order TITLE_MISMATCH")
        .contains("PADDING, RELAY");
  }

  @Test
  void aChoiceThatCameOrWentOrIsCalledOtherwiseIsNamed() throws IOException {
    edit(
        "vocabulary.drl",
        "PADDING(\"Padding risk\"),",
        "PADDING(\"Filling\"),\n    LATE(\"Late\"),");
    assertThat(difference())
        .contains("2 words of the vocabulary")
        .contains("added    choice Warning.LATE: label Late\n")
        .contains("changed  choice Warning.PADDING: label Padding risk -> Filling\n");
  }

  @Test
  void cuesAreComparedByTheirPhrase() throws IOException {
    String header = "attribute,value,phrase,weight\n";
    edit("cues.csv", header, header + "scope.teams,5,five crews,3\nscope.teams,6,six crews,2\n");
    assertThat(difference())
        .contains("Changed: 2 table rows; answers can differ")
        .contains("added    cues.csv \"five crews\" for scope.teams = 5: weight 3\n")
        .contains("added    cues.csv \"six crews\" for scope.teams = 6: weight 2\n");
    Path other = Run.copy(edited, folder.resolve("other"));
    edit("cues.csv", "five crews,3\nscope.teams,6,six crews,2\n", "five crews,1\n");
    assertThat(Run.of("rules", "diff", other, edited, "--decision", "hiring").out())
        .contains("changed  cues.csv \"five crews\" for scope.teams = 5: weight 3 -> 1\n")
        .contains("removed  cues.csv \"six crews\" for scope.teams = 6: weight 2\n");
  }

  @Test
  void jsonHoldsEveryPartBeforeAndAfter() throws IOException {
    edit("scope.drl", "$teams : teams >= 3", "$teams : teams >= 4");
    assertThat(Run.of("rules", "diff", SHIPPED, edited, "--json").out())
        .contains("\"meaningChanged\": true", "\"inShort\": \"1 condition\"")
        .contains("\"name\": \"scope-several-teams\"", "\"what\": \"condition\"")
        .contains("\"scope.teams is at least 3\"", "\"scope.teams is at least 4\"");
  }

  @Test
  void whatCannotBeComparedIsSaid() throws IOException {
    Run other = Run.of("rules", "diff", SHIPPED, "rules/growth");
    assertThat(other.code()).isEqualTo(ExitCode.USAGE);
    assertThat(other.err()).contains("`rules/growth` those of `growth`");
    Run none = Run.of("rules", "diff", folder.resolve("none"), SHIPPED);
    assertThat(none.code()).isEqualTo(ExitCode.USAGE);
    assertThat(none.err()).contains("is neither a version nor a folder of rules");
    edit("scope.drl", "teams >= 3", "team >= 3");
    Run broken = Run.of("rules", "diff", SHIPPED, edited);
    assertThat(broken.code()).isEqualTo(ExitCode.RULES_REFUSED);
    assertThat(broken.err()).contains("scope.drl:17:21: `team` is not an attribute of Scope");
  }
}
