package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Store;
import dev.rolecall.record.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions of the rules: published for good, shown, compared, gone back to. */
class RulesVersionsTest {

  private static final String EDIT = "the work is one project";
  private static final LocalDate TOMORROW = LocalDate.now(ZoneOffset.UTC).plusDays(1);

  @TempDir Path folder;
  private Path rules;
  private Path scenarios;
  private Path home;

  @BeforeAll
  static void compileOnce() {
    Run.of("rules", "list");
  }

  @BeforeEach
  void copyProject() throws IOException {
    home = Files.createDirectory(folder.resolve("home"));
    Run.copy(Run.HOME.resolve("cache"), home.resolve("cache"));
    Run.copy(Path.of("rules"), folder.resolve("rules"));
    Run.copy(Path.of("scenarios"), folder.resolve("scenarios"));
    rules = folder.resolve("rules/hiring");
    scenarios = folder.resolve("scenarios/hiring");
  }

  private Run run(Object... arguments) {
    List<String> folders =
        new ArrayList<>(List.of("--home", "" + home, "--rules", "" + folder.resolve("rules")));
    if (!List.of(arguments).contains("--scenarios")) {
      folders.addAll(List.of("--scenarios", "" + folder.resolve("scenarios")));
    }
    return Run.of(folders, arguments);
  }

  private Run publish(String note, Object... more) {
    List<Object> line = new ArrayList<>(List.of("rules", "publish", "--note", note));
    line.addAll(List.of(more));
    line.addAll(List.of("--actor", "ines"));
    return run(line.toArray());
  }

  private void edit(String file, String from, String to) throws IOException {
    Run.edit(rules.resolve(file), from, to);
  }

  private static void assertDone(Run run) {
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aPublishedVersionSaysWhoWhenWhyAndWhatWasChecked() {
    assertThat(run("rules", "versions").out()).contains("Nothing of hiring is published yet.");
    Run published =
        publish("pilot over", "--approved-by", "works council", "--reference", "agreement 12/2026");
    assertDone(published);
    assertThat(published.out())
        .contains("Published v1 of hiring, in force from ")
        .containsPattern("Checked: hiring: 103 rules, \\d+ cases pass");
    assertThat(run("rules", "versions").out())
        .contains("v1   in force since ", "     pilot over\n")
        .containsPattern("103 rules, \\d+ cases · ruleset ")
        .contains(" by ines · approved by works council · agreement 12/2026\n")
        .contains("The working folder is v1.");
    assertThat(run("rules", "versions", "--json").out())
        .contains("\"state\": \"in force\"", "\"approvedBy\": \"works council\"");
  }

  @Test
  void eachDecisionHasItsOwnVersions() {
    assertDone(publish("first"));
    assertDone(publish("its own first", "--decision", "growth"));
    assertThat(run("rules", "versions", "--decision", "growth").out())
        .contains("v1 ", "its own first")
        .doesNotContain("v2 ");
  }

  @Test
  void whoeverDecidesByOtherRulesThanThoseInForceIsTold() throws IOException {
    String other = "These rules are not v1, the version in force; `rolecall rules diff` shows";
    Path result = folder.resolve("result.csv");
    Object[] batch = {"batch", "examples/open-requisitions.csv", "--out", result};
    Object[] decide = {"decide", "examples/requisition.yaml"};
    edit("scope.drl", EDIT, "all of it is one project");
    assertThat(run(decide).out()).doesNotContain("in force");
    assertDone(publish("first"));
    assertThat(run(decide).out()).doesNotContain("in force");
    edit("scope.drl", "all of it is one project", EDIT);
    assertThat(run(decide).out()).contains(other);
    assertThat(run("decide", "--json", "examples/requisition.yaml").out())
        .doesNotContain("in force");
    assertThat(run("decide", "--no-record", "examples/requisition.yaml").out())
        .doesNotContain("in force");
    assertThat(run(batch).out()).contains(other);
  }

  @Test
  void theSameFilesAreNotPublishedTwice() throws IOException {
    assertDone(publish("first"));
    Run again = publish("again");
    assertThat(again.code()).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(again.err()).contains("nothing changed: v1 holds the same files");
    edit("scope.drl", EDIT, "all of it is one project");
    assertThat(publish("wording").out()).contains("Published v2", "Changed: 1 text");
  }

  @Test
  void rulesThatAreRefusedOrFailTheirScenariosAreNotPublished() throws IOException {
    edit("scope.drl", "teams >= 3", "teams >= 4");
    Run failing = publish("four are many");
    assertThat(failing.code()).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(failing.err())
        .containsPattern("1 of \\d+ cases fails; `rolecall rules check` says which");
    edit("scope.drl", "teams >= 4", "team >= 4");
    Run refused = publish("misspelt");
    assertThat(refused.code()).isEqualTo(ExitCode.RULES_REFUSED);
    assertThat(refused.err()).contains("scope.drl:17:21", "maybe `teams`?");
    assertThat(home.resolve("record.db")).doesNotExist();
  }

  @Test
  void publishedIsTheNewestVersionWhoseDayHasCome() throws IOException {
    assertDone(publish("first"));
    edit("scope.drl", EDIT, "all of it is one project");
    assertDone(publish("later", "--effective", TOMORROW));
    assertThat(run("rules", "versions").out())
        .contains("v2   planned for " + TOMORROW, "v1   in force since ");
    assertThat(run("rules", "diff").out()).startsWith("v1, published (");
    edit("scope.drl", "all of it is one project", "it is all one project");
    assertThat(publish("at once").out())
        .contains("v2, planned for " + TOMORROW + ", will not come into force");
    assertThat(run("rules", "versions").out())
        .contains("v3   in force since ", "v2   never in force; was planned for " + TOMORROW)
        .contains("v1   was in force from ");
    edit("scope.drl", "it is all one project", "it is one project");
    assertThat(publish("once more").out())
        .contains("Published v4")
        .doesNotContain("will not come into force");
  }

  @Test
  void aDayMustBeADayAndNotBeOver() {
    Run over = publish("first", "--effective", "2001-01-01");
    assertThat(over.code()).isEqualTo(ExitCode.USAGE);
    assertThat(over.err()).contains("`--effective 2001-01-01` is over");
    assertThat(publish("first", "--effective", "soon").err()).contains("write it like 2027-01-01");
    assertThat(publish(" ").err()).contains("`--note`: say why");
  }

  @Test
  void moreFlipsThanAllowedKeepAVersionFromBeingPublished() throws IOException {
    assertDone(publish("first"));
    Path other = scenario("inconclusive");
    Path cases =
        Files.writeString(
            folder.resolve("cases.csv"),
            """
            id,title,scope.teams,ambiguity.definition,success.measuredBy
            A,TPM,3,SHAPED_ALONG_THE_WAY,OUTCOME_MOVED
            """);
    edit("scope.drl", "$teams : teams >= 3", "$teams : teams >= 4");
    Object[] options = {"--scenarios", other, "--on", cases};
    Run refused =
        publish("four", Stream.concat(Stream.of(options), Stream.of("--max-flips", 0)).toArray());
    assertThat(refused.code()).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(refused.err()).contains("Not published: 1 case flips, none may");
    assertThat(refused.out()).contains("TPM -> inconclusive  because of scope-several-teams");
    Run done =
        publish("four", Stream.concat(Stream.of(options), Stream.of("--max-flips", 1)).toArray());
    assertDone(done);
    assertThat(done.out()).contains("1 of 1 cases flips, 1 may.");
    assertThat(publish("more", "--max-flips", -1, "--on", cases).err())
        .contains("`--max-flips -1`: 0 or more");
    assertThat(publish("more", "--max-flips", 1).err())
        .contains("--max-flips and --on go together");
  }

  @Test
  void versionsAreComparedAndTriedByNumberHashAndFolder() throws IOException {
    Run early = run("rules", "diff");
    assertThat(early.code()).isEqualTo(ExitCode.USAGE);
    assertThat(early.err()).contains("nothing is published yet: publish first");
    assertDone(publish("first"));
    edit("scope.drl", EDIT, "all of it is one project");
    assertDone(publish("second"));
    assertThat(run("rules", "diff", "1", "v2").out()).contains("v1 (", "-> v2 (", "1 text");
    assertThat(run("rules", "diff", "v2").out()).contains("The same files: nothing differs.");
    assertThat(run("rules", "impact", "v1", "v2", "--on", "examples/open-requisitions.csv").out())
        .contains("Another outcome: 0 of 42 rows");
    Run unknown = run("rules", "diff", "v7");
    assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err())
        .contains("`v7` is neither a version nor a folder of rules; there are v1 to v2");
  }

  @Test
  void theFilesOfAVersionComeBackAsTheyWere() throws IOException {
    byte[] first = Files.readAllBytes(rules.resolve("scope.drl"));
    assertDone(publish("first"));
    edit("scope.drl", EDIT, "all of it is one project");
    assertThat(run("rules", "show", "v1").out()).contains("first", "scope.drl");
    assertThat(run("rules", "show", "v1", "--file", "scope.drl").out()).contains(EDIT);
    assertThat(run("rules", "show", "v1", "--file", "scope.dr").err())
        .contains("maybe `scope.drl`?");
    Path to = folder.resolve("old/hiring");
    assertThat(run("rules", "show", "v1", "--file", "scope.drl", "--to", to).err())
        .contains("`--file` prints one file, `--to` writes all of them");
    assertThat(to).doesNotExist();
    assertDone(run("rules", "show", "v1", "--to", to));
    assertThat(to.resolve("scope.drl")).hasBinaryContent(first);
    assertThat(run("rules", "show", "v1", "--to", to).err()).contains("is not empty");
  }

  @Test
  void goingBackPublishesAnEarlierVersionAgainAndLosesNothing() throws IOException {
    byte[] first = Files.readAllBytes(rules.resolve("scope.drl"));
    assertDone(publish("first"));
    edit("scope.drl", EDIT, "all of it is one project");
    assertDone(publish("second"));
    edit("scope.drl", "all of it is one project", "not published");
    Files.writeString(rules.resolve("extra.csv"), "phrase\n");
    Run back = run("rules", "rollback", "v1", "--note", "too soon", "--actor", "jonas");
    assertDone(back);
    assertThat(back.out())
        .contains("holds the files of v1 again", "Published v3 of hiring: the rules of v1");
    assertThat(rules.resolve("scope.drl")).hasBinaryContent(first);
    assertThat(rules.resolve("extra.csv")).doesNotExist();
    assertThat(run("rules", "versions").out())
        .contains("too soon", "by jonas · rollback of v1", "The working folder is v3.");

    Matcher kept = Pattern.compile("rules show ([0-9a-f]{12}) --to").matcher(back.out());
    assertThat(kept.find()).isTrue();
    Run shown = run("rules", "show", kept.group(1), "--file", "scope.drl");
    assertThat(shown.out()).contains("not published");
    assertThat(run("rules", "show", kept.group(1)).out()).contains("Never published", "extra.csv");
    assertThat(run("rules", "rollback", "v1", "--note", " ").err()).contains("`--note`: say why");
    assertThat(run("rules", "rollback", "v1", "--note", "again").err())
        .contains("v1 and v3 are the same rules; " + rules + " holds them already");
    try (AuditRecord record = AuditRecord.openExisting(Store.in(home))) {
      assertThat(record.verify(null)).isInstanceOf(Verification.Holds.class);
    }
  }

  @Test
  void editsThatBrokeTheRulesGoBackToTheNewestVersionWhichIsNotPublishedAgain() throws IOException {
    assertDone(publish("first"));
    edit("scope.drl", "rule \"The work is one project\"", "rule The work");
    Run back = run("rules", "rollback", "v1", "--note", "broken");
    assertDone(back);
    assertThat(back.out())
        .contains("The edits that were not published are kept: rolecall rules show ")
        .contains("v1 is the newest version, so nothing is published.");
    assertThat(run("rules", "versions").out()).contains("The working folder is v1.");
  }

  /** Three teams were several; now four are, and the scenarios say so. */
  private void fourTeams() throws IOException {
    edit("scope.drl", "teams >= 3", "teams >= 4");
    Path scenario = scenarios.resolve("scope-teams.yaml");
    String text = Files.readString(scenario);
    Files.writeString(scenario, text.replace("scope: { teams: 3 }", "scope: { teams: 4 }"));
    Files.writeString(
        scenarios.resolve("three-teams.yaml"),
        """
        title: Three teams are not many
        why: They still meet at one table.
        given: { scope: { teams: 3 } }
        cases:
          - name: three teams
            expect: { notBecause: [scope-several-teams] }
        """);
  }

  @Test
  void goingBackBringsBackTheScenariosToo() throws IOException {
    assertDone(publish("first"));
    fourTeams();
    assertThat(publish("four").out())
        .contains("Changed: 1 condition; scenarios: 1 file changed, 1 file added");
    Files.writeString(scenarios.resolve("mine.yaml"), "not published");
    assertThat(run("rules", "versions").out())
        .contains("The working folder differs from v2: scenarios: 1 file added");
    assertThat(run("rules", "diff").out())
        .contains("The same rules: no answer differs.\nScenarios: 1 file added\n");
    Run back = run("rules", "rollback", "v1", "--note", "too soon");
    assertDone(back);
    assertThat(back.out())
        .contains("Its scenarios are back as well: 1 file changed, 2 files removed.")
        .doesNotContain("fail with these rules");
    assertDone(run("rules", "check"));
    assertThat(run("rules", "versions").out()).contains("The working folder is v3.");

    Matcher kept = Pattern.compile("rules show ([0-9a-f]{12}) --to").matcher(back.out());
    assertThat(kept.find()).isTrue();
    assertThat(run("rules", "show", kept.group(1), "--file", "scenarios/mine.yaml").out())
        .isEqualTo("not published");
  }

  @Test
  void aVersionHoldsItsScenariosAsTheyWere() throws IOException {
    byte[] first = Files.readAllBytes(scenarios.resolve("relay.yaml"));
    assertDone(publish("first"));
    assertThat(run("rules", "show", "v1").out()).contains("scenarios/relay.yaml ");
    Path to = folder.resolve("old/hiring");
    assertDone(run("rules", "show", "v1", "--to", to));
    assertThat(to.resolve("scenarios/relay.yaml")).hasBinaryContent(first);
    Files.delete(scenarios.resolve("relay.yaml"));
    assertThat(run("rules", "diff", to, "working").out()).contains("Scenarios: 1 file removed");
    assertThat(run("rules", "diff", "--json").out()).contains("\"removed\": [\n      \"relay.yaml");
  }

  @Test
  void aVersionWithoutScenariosLeavesThoseOfTheFolder() throws IOException {
    Path none = Files.createDirectory(folder.resolve("none"));
    Run.copy(Path.of("scenarios/growth"), none.resolve("growth"));
    assertDone(publish("first", "--scenarios", none));
    fourTeams();
    assertDone(publish("four"));
    Run back = run("rules", "rollback", "v1", "--note", "too soon");
    assertDone(back);
    assertThat(back.out())
        .containsPattern("1 of \\d+ scenario cases fails with these rules")
        .doesNotContain("Its scenarios");
    assertThat(run("rules", "versions").out())
        .containsPattern("\\d+ cases \\(1 of them failing\\)");
  }

  /** A folder with one scenario, of a case of which nothing is known. */
  private Path scenario(String outcome) throws IOException {
    Path other = folder.resolve("other");
    Files.createDirectories(other.resolve("hiring"));
    Files.writeString(
        other.resolve("hiring/one.yaml"),
        """
        title: Nothing is known
        why: The title alone decides nothing.
        given: { posting: { title: Program Manager } }
        cases:
          - name: a title
            expect: { outcome: %s }
        """
            .formatted(outcome));
    return other;
  }
}
