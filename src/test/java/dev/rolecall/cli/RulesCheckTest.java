package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rolecall rules check}. */
class RulesCheckTest {

  @TempDir Path folder;
  private Path scope;
  private Path scenarios;

  @BeforeEach
  void copyProject() throws IOException {
    Run.copy(Path.of("rules"), folder.resolve("rules"));
    scope = folder.resolve("rules/hiring/scope.drl");
    scenarios = Run.copy(Path.of("scenarios"), folder.resolve("scenarios"));
  }

  private Run check(String... more) {
    List<Object> line = new ArrayList<>(List.of("rules", "check"));
    line.addAll(List.of("--home", Run.HOME, "--rules", scope.getParent().getParent()));
    line.addAll(List.of("--scenarios", scenarios));
    line.addAll(List.of(more));
    return Run.of(List.of(), line.toArray());
  }

  @Test
  void theShippedRulesPassWithoutAWord() {
    Run run = check("--strict");
    assertThat(run.out())
        .matches(
            "growth: \\d+ rules, \\d+ cases pass\\R" + "hiring: \\d+ rules, \\d+ cases pass\\R");
    assertThat(run.code()).isZero();
  }

  @Test
  void filesThatLookLikeRulesAndAreNotReadAreAWarning() throws IOException {
    for (String name : List.of("scope.drl.txt", "Titles.CSV.bak", ".scope.drl.swp", "~$a.csv.x")) {
      Files.writeString(scope.resolveSibling(name), "");
    }
    Run run = check("--decision", "hiring");
    assertThat(oneLine(run))
        .containsPattern(
            "warning: .*rules/hiring: `Titles.CSV.bak` is not read; rules end in `.drl` and tables"
                + " in `.csv` ")
        .containsPattern("warning: .*rules/hiring: `scope.drl.txt` is not read;")
        .endsWith("cases pass; 2 warnings");
    assertThat(run.code()).isZero();
  }

  @Test
  void everyErrorOfEveryFileIsShownAtOnce() throws IOException {
    Run.edit(scope, "$teams : teams >= 3", "$teams : team >= 3");
    Run.edit(scope.resolveSibling("ambiguity.drl"), "Definition.DEFINED_UP_FRONT", "DEFINED");
    Run.edit(folder.resolve("rules/growth/questions.drl"), "end", "");
    Run run = check();
    assertThat(oneLine(run))
        .containsPattern("error: .*hiring/scope.drl:17:21: `team` is not an attribute of Scope")
        .containsPattern("error: .*hiring/ambiguity.drl:8:30: found `DEFINED`; expected")
        .containsPattern("error: .*growth/questions.drl:\\d+:\\d+: `rule` opens here")
        .containsPattern("hiring: the rules are refused, 2 errors");
    assertThat(run.code()).isEqualTo(ExitCode.RULES_REFUSED);
  }

  @Test
  void aCaseThatFailsIsShownAsTheTestCommandDoes() throws IOException {
    Run.edit(scope, "teams >= 3", "teams >= 4");
    Run run = check("--decision", "hiring");
    assertThat(run.out())
        .contains("scope-teams.yaml:14: three teams are several")
        .containsPattern("hiring: \\d+ rules, \\d+ of \\d+ cases fails?\\R$")
        .doesNotContain("growth:", "warning: ");
    assertThat(run.code()).isEqualTo(ExitCode.CHECK_FAILED);
  }

  @Test
  void aScenarioFileThatCannotBeReadIsAnError() throws IOException {
    Run.edit(scenarios.resolve("hiring/scope-teams.yaml"), "scope-one-team]", "scope-one-tem]");
    Run run = check("--decision", "hiring");
    assertThat(oneLine(run))
        .contains(
            "error: ", "maybe `scope-one-team`?", "rules; the scenarios are refused, 4 errors");
    assertThat(run.code()).isEqualTo(ExitCode.INPUT_REFUSED);
  }

  @Test
  void tablesOfColumnsAndCuesAreCheckedWithTheRules() throws IOException {
    Path columns = scope.resolveSibling("columns.csv");
    Files.writeString(columns, Files.readString(columns) + "scope.team,crews of the work\n");
    Path cues = scope.resolveSibling("cues.csv");
    Files.writeString(cues, Files.readString(cues) + "scope.tems,5,many teams,3\n");
    Run run = check("--decision", "hiring");
    assertThat(oneLine(run))
        .contains("error: " + columns + ": row ", "maybe `scope.teams`?", "`scope.tems`")
        .contains("hiring: the rules are refused, 2 errors");
    assertThat(run.code()).isEqualTo(ExitCode.RULES_REFUSED);
    Run.edit(scope, "teams >= 3", "team >= 3");
    assertThat(oneLine(check("--decision", "hiring"))).endsWith("the rules are refused, 3 errors");
  }

  @Test
  void aCopiedRuleFileIsOneErrorWhateverTheCopyIsCalled() throws IOException {
    for (String name : List.of("scope - Copy.drl", "Copy of scope.drl", "scope (1).drl")) {
      Path copy = Files.copy(scope, scope.resolveSibling(name));
      assertThat(oneLine(check("--decision", "hiring")))
          .startsWith(
              "error: "
                  + copy
                  + ": it looks like a copy of `scope.drl`, whose rules have the same ids: delete"
                  + " it, or give its rules ids and names of their own")
          .endsWith("the rules are refused, 1 error");
      Files.delete(copy);
    }
  }

  @Test
  void aCopiedVocabularyIsOneError() throws IOException {
    Path copy = scope.resolveSibling("vocabulary copy.drl");
    Files.copy(scope.resolveSibling("vocabulary.drl"), copy);
    assertThat(oneLine(check("--decision", "hiring")))
        .startsWith("error: " + copy + ": it looks like a copy of `vocabulary.drl`: delete it")
        .endsWith("the rules are refused, 1 error");
  }

  @Test
  void quotesOfAWordProcessorAndQuotesInsideATextAreExplained() throws IOException {
    Run.edit(scope, "\"the work spans {teams} teams\"", "\u201Cthe work spans {teams} teams\u201D");
    assertThat(oneLine(check("--decision", "hiring")))
        .contains("`\u201C` is no quote of a rule file; maybe straight quotes, `\"`, on both sides")
        .endsWith("1 error");
    Run.edit(
        scope, "\u201Cthe work spans {teams} teams\u201D", "\"the work \"spans\" {teams} teams\"");
    assertThat(oneLine(check("--decision", "hiring")))
        .contains("found `spans`; expected `)`; inside a text a quote is written `\\\"`");
    Run.edit(scope, "\"the work \"spans\" {teams} teams\"", "\"the work\" spans {teams} teams\"");
    assertThat(oneLine(check("--decision", "hiring")))
        .contains("is not closed on its line; inside a text a quote is written `\\\"`");
    Run.edit(scope, "\"the work\" spans {teams} teams\"", "\"the work spans {teams} teams\u201D");
    assertThat(oneLine(check("--decision", "hiring")))
        .contains("is not closed on its line; maybe close it with a straight quote");
  }

  @Test
  void problemsAreBrokenBetweenWordsAsAllText() throws IOException {
    Run.edit(scope, "teams >= 3", "team >= 3");
    assertThat(check("--decision", "hiring").out())
        .containsPattern("^error: .*scope.drl:17:21:.*\\R {7}\\S.*\\R {7}\\S");
  }

  /** The words, however they are broken into lines. */
  private static String oneLine(Run run) {
    return run.out().strip().replaceAll("\\s+", " ");
  }

  @Test
  void aWarningFailsOnlyAStrictCheck() throws IOException {
    Run.edit(
        scope,
        "// The other numbers",
        """
        rule "Many teams" @id(scope-many-teams)
        when
            Scope( teams >= 10 )
        then
            verdict.leans( Hire.TPM, "there are many teams" );
        end

        // The other numbers""");
    Run run = check("--decision", "hiring");
    assertThat(oneLine(run))
        .containsPattern(
            "warning: .*scope.drl:4:1: whenever it speaks, `scope-several-teams` \\(scope.drl:\\d+\\)"
                + " speaks as well and says the same")
        .containsPattern(
            "warning: .*scope.drl:4:1: no case expects that it speaks \\(`because`\\) or is silent")
        .containsPattern("hiring: \\d+ rules, \\d+ cases pass; 2 warnings");
    assertThat(run.code()).isZero();
    assertThat(check("--decision", "hiring", "--strict").code()).isEqualTo(ExitCode.CHECK_FAILED);
  }

  @Test
  void asJsonItHasThePlacesAndTheIdentity() throws IOException {
    assertThat(check("--decision", "growth", "--json").out())
        .contains("\"state\": \"passed\"", "\"meaning\": \"", "\"failed\": []");
    Run.edit(scope, "teams >= 3", "team >= 3");
    Run run = check("--decision", "hiring", "--json");
    assertThat(run.out())
        .contains("\"state\": \"rules-refused\"", "\"line\": 17", "\"column\": 21")
        .startsWith("[");
    assertThat(run.code()).isEqualTo(ExitCode.RULES_REFUSED);
  }

  @Test
  void rulesWithoutScenariosAreToldSo() throws IOException {
    scenarios = Files.createDirectories(folder.resolve("fewer"));
    Run.copy(folder.resolve("scenarios/growth"), scenarios.resolve("growth"));
    assertThat(oneLine(check("--decision", "hiring")))
        .containsPattern("warning: .*/hiring: there are no scenarios")
        .containsPattern("hiring: \\d+ rules, 0 cases pass; \\d+ warnings?");
  }
}
