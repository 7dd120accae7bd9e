package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why and why-not, as they are typed. */
class WhyCommandsTest {

  private static final String CASES =
      """
      {"id": "FEW", "posting": {"title": "Nurse"}}
      {"id": "PLAN", "posting": {"title": "Project Manager"}, "scope": {"teams": 1, "projects": 4}, "ambiguity": {"definition": "DEFINED_UP_FRONT"}, "success": {"measuredBy": "ON_TIME_SCOPE_BUDGET"}, "ownership": {"accountableFor": "CROSS_TEAM_OUTCOME"}, "inferred": {"scope.teams": "one team of six"}}
      """;

  @TempDir private Path folder;
  private Path cases;

  @BeforeEach
  void write() throws IOException {
    cases = Files.writeString(folder.resolve("cases.jsonl"), CASES);
  }

  @Test
  void whyLeadsFromTheFactsToTheAnswer() {
    Run run = Run.of("why", cases, "PLAN");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "PLAN · Project Manager",
            "Project Manager (PM)",
            "The rule that decided",
            "balance-pm · hiring/recommendation.drl:",
            "met        boundaryTest.hardestPart is not known",
            "met        balance.speaking is at least 3 (it is 4)",
            "Scope leans to \"Project Manager\"",
            "met        scope.teams is 1",
            "PM leads with 3 of the 4 dimensions that lean, the runner-up has 1",
            "- Ownership leans TPM: the job is accountable for an outcome across teams",
            "- scope.teams is 1, from: \"one team of six\"",
            "What did not matter",
            "scope.projects");
  }

  @Test
  void whyNotNamesEachConditionItsValueAndTheNearestThatWouldMeetIt() {
    Run run = Run.of("why-not", "tpm", cases, "PLAN");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "The rules that lead to Technical Program Manager (TPM)",
            "boundary-tpm · hiring/recommendation.drl:",
            "unknown    boundaryTest.hardestPart is \"alignment across boundaries",
            "Scope leans to \"Project Manager\"; what would lean there",
            "not met    scope.teams is at least 3 (it is 1; 3 would do)",
            "unknown    scope.systems is at least 3 (it is not known; 3 would do)");
  }

  @Test
  void aBalanceWithoutARunnerUpIsToldWithoutNumbersThatAreNone() throws IOException {
    String hardest = "\"boundaryTest\": {\"hardestPart\": \"ALIGNMENT_ACROSS_BOUNDARIES\"}";
    Path one = Files.writeString(folder.resolve("one.json"), "{" + hardest + "}");
    String scope = "{\"scope\": {\"teams\": 5}, ";
    Path alone = Files.writeString(folder.resolve("alone.json"), scope + hardest + "}");
    String success = "{\"success\": {\"measuredBy\": \"OUTCOME_MOVED\"}, ";
    Path all =
        Files.writeString(folder.resolve("all.json"), success + scope.substring(1) + hardest + "}");

    assertThat(Run.of("why", one).out()).contains("0 dimensions lean, and no outcome leads;");
    assertThat(Run.of("why", alone).out())
        .contains("balance.times is at least 2 (no other outcome has a voice)")
        .contains("TPM leads with the only dimension that leans; 0 split and 7 silent");
    assertThat(Run.of("why", all).out())
        .contains("TPM leads with all 2 dimensions that lean; 0 split and 6 silent")
        .doesNotContain("99");
  }

  /** One answer to it would do, so that "no change of fewer" would not be true without it. */
  @Test
  void whatIfSaysWhichAnswersItLeavesAsTheyAre() throws IOException {
    Path open = Files.writeString(folder.resolve("open.json"), "{\"scope\": {\"teams\": 2}}");
    assertThat(Run.of("what-if", open).out())
        .startsWith("Inconclusive  as it is\n")
        .contains("No change of fewer answers does it.")
        .endsWith("--free: What is the hardest part of the work? unknown\n");
    assertThat(Run.of("what-if", "--free", open).out())
        .contains("Project Manager (PM)  by a change of one answer")
        .doesNotContain("--free");
  }

  @Test
  void whatIfStaysWithinTheWidthOfATerminal() {
    assertThat(Run.of("what-if", Path.of("examples/requisition.yaml")).out().lines())
        .anyMatch(line -> line.contains("technicalDepth.needed: enough depth"))
        .allMatch(line -> line.length() <= 100);
  }

  @Test
  void whyNotOfARuleSaysWhatWouldMakeItSpeak() {
    Run run = Run.of("why-not", "--rule", "scope-several-systems", cases, "FEW");

    assertThat(run.out())
        .contains(
            "unknown    scope.systems is at least 3 (it is not known; 3 would do)",
            "It would speak if scope.systems were 3.");
  }

  @Test
  void whatIsOutOfScopeSaysSo() {
    Run run = Run.of("why-not", "PM", cases, "FEW");

    assertThat(run.out())
        .contains("Out of scope", "rules that decide or advise were not asked", "not asked  ");
    assertThat(Run.of("why", cases, "FEW").out()).contains("hiring/out-of-scope.drl:");
    assertThat(Run.of("why-not", "out-of-scope", cases, "FEW").out())
        .contains("`rolecall why` says why");
  }

  @Test
  void bothCanBeReadByPrograms() throws IOException {
    JsonNode why = new JsonMapper().readTree(Run.of("why", "--json", cases, "PLAN").out());
    JsonNode whyNot =
        new JsonMapper().readTree(Run.of("why-not", "--json", "TPM", cases, "PLAN").out());

    assertThat(why.at("/decision/outcome/answer").asText()).isEqualTo("PM");
    assertThat(why.at("/decidedBy/0/id").asText()).isEqualTo("balance-pm");
    assertThat(why.at("/decidedBy/0/conditions/0/standing").asText()).isEqualTo("met");
    assertThat(why.at("/inferred/0/quote").asText()).isEqualTo("one team of six");
    JsonNode teams =
        whyNot.get("dimensions").findParents("id").stream()
            .filter(r -> r.get("id").asText().equals("scope-several-teams"))
            .findFirst()
            .orElseThrow();
    assertThat(teams.at("/speaks").asBoolean()).isFalse();
    assertThat(teams.at("/conditions/0/actual").asInt()).isEqualTo(1);
    assertThat(teams.at("/conditions/0/nearest/value").asInt()).isEqualTo(3);
    assertThat(teams.at("/needed/0/attribute").asText()).isEqualTo("scope.teams");
  }

  @Test
  void whatIsNotThereIsNamedWithTheNearestThatIs() {
    refused(2, "`TPMM` is not an outcome", "maybe `TPM`?", "why-not", "TPMM", cases);
    refused(
        2,
        "no rule `scope-one-tem`",
        "maybe `scope-one-team`?",
        "why-not",
        "--rule",
        "scope-one-tem",
        cases);
    refused(2, "say which file", "why-not TPM FILE", "why-not", "TPM");
    refused(3, "it holds 2 cases", "`FEW`, `PLAN`", "why", cases);
    refused(3, "there is no `PLANE` in it", "maybe `PLAN`?", "why", cases, "PLANE");
    refused(3, "there is no `PLANE` in it", "maybe `PLAN`?", "why-not", "PM", cases, "PLANE");
  }

  private static void refused(int code, String says, String hints, Object... arguments) {
    Run run = Run.of(arguments);
    assertThat(run.err()).contains(says, hints);
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.out()).isEmpty();
  }
}
