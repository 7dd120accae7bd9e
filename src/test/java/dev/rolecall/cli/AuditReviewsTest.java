package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People have the last word: on three decisions, of which 1 is a TPM and 2 and 3 are a PM. */
class AuditReviewsTest {

  private static final Path CACHE = Run.HOME.resolve("cache");

  @TempDir private Path home;

  @BeforeEach
  void decide() throws IOException {
    if (Files.exists(CACHE)) {
      Run.copy(CACHE, home.resolve("cache"));
    }
    Path cases = home.resolve("cases.csv");
    Files.writeString(
        cases,
        """
        id,posting.title,posting.department,boundaryTest.hardestPart
        REQ-1,Project Manager,Engineering,ALIGNMENT_ACROSS_BOUNDARIES
        REQ-2,Project Manager,Sales,TRACKING_KNOWN_TASKS
        REQ-2,Project Manager,Sales,TRACKING_KNOWN_TASKS
        """);
    assertThat(run("decide", cases).code()).isZero();
  }

  private Run run(Object... arguments) {
    return Run.of(List.of("--home", home.toString()), arguments);
  }

  private Run override(String entry, String outcome) {
    return run(
        "audit",
        "review",
        entry,
        "--override",
        outcome,
        "--reason",
        "a vendor leads",
        "--by",
        "J. Doe");
  }

  @Test
  void anOverrideIsAddedAndTheDecisionStays() {
    Run review = override("REQ-1", "PM");
    assertThat(review.out()).isEqualTo("Entry 4: TPM is overridden to PM for entry 1 (REQ-1).\n");
    assertThat(run("audit", "show", "1").out())
        .contains("Technical Program Manager (TPM)", "overridden to PM by J. Doe: a vendor leads");
    assertThat(run("audit", "show", "4").out()).contains("about      entry 1, ");
    assertThat(run("audit", "list").out()).contains("overridden: PM").doesNotContain("Doe");
    assertThat(run("audit", "verify").code()).isZero();
  }

  @Test
  void theNewestReviewCounts() {
    override("REQ-1", "PM");
    run("audit", "review", "REQ-1", "--accept", "--by", "J. Doe");
    assertThat(run("audit", "list").out()).contains("accepted").doesNotContain("overridden");
  }

  @Test
  void theNewestDecisionOfARequisitionIsMeantUnlessItsEntryIsNamed() {
    assertThat(run("audit", "review", "REQ-2", "--accept", "--by", "A").out())
        .contains("for entry 3 (REQ-2)");
    assertThat(run("audit", "review", "2", "--accept", "--by", "A").out())
        .contains("for entry 2 (REQ-2)");
    assertThat(run("audit", "show", "REQ-2").out()).contains("also decided in entry 2.");
  }

  @Test
  void whatMakesNoSenseIsRefusedAndNothingIsAdded() {
    assertThat(override("REQ-9", "PM").err()).contains("`REQ-9`");
    assertThat(override("REQ-1", "TPMM").err()).contains("maybe `TPM`?");
    assertThat(override("REQ-1", "TPM").err()).contains("accept it instead");
    assertThat(run("audit", "review", "REQ-1", "--by", "A").code()).isEqualTo(2);
    assertThat(run("audit", "review", "REQ-1", "--override", "PM", "--by", "A").err())
        .contains("needs a `--reason`");
    assertThat(run("audit", "outcome", "REQ-1", "--hired", "QA").code()).isEqualTo(3);
    assertThat(run("audit", "head").out()).startsWith("3 ");
    run("audit", "review", "REQ-1", "--accept", "--by", "A");
    assertThat(override("4", "PM").err())
        .contains("`4` is no decision, it is a review of entry 1\n");
  }

  @Test
  void whatWasHiredInTheEndStandsBesideTheDecision() {
    assertThat(run("audit", "outcome", "REQ-1", "--hired", "PM", "--note", "in May").out())
        .isEqualTo("Entry 4: PM was hired for REQ-1, for which entry 1 says TPM.\n");
    assertThat(run("audit", "list").out()).contains("hired PM");
    assertThat(run("audit", "show", "REQ-1").out()).contains("hired in the end: PM: in May");
  }

  @Test
  void whatWasSaidOfWhoWasHiredIsRemovedWithTheDecision() {
    run("audit", "outcome", "REQ-1", "--hired", "PM", "--note", "Zebra");
    assertThat(run("audit", "redact", "REQ-1", "--reason", "asked for", "--by", "A").out())
        .startsWith("Removed the words of decision (1), outcome (1): entries 1, 4.");
    assertThat(run("audit", "show", "REQ-1").out()).doesNotContain("Zebra");
    assertThat(run("audit", "show", "5").out())
        .contains("entries    1, 4\n", "reason     asked for\n")
        .doesNotContain("[");
    assertThat(run("audit", "verify").code()).isZero();
  }

  @Test
  void overridesAreCountedByRuleAndDepartment() {
    assertThat(run("audit", "overrides").out()).contains("Nobody has reviewed any");
    run("audit", "review", "REQ-2", "--accept", "--by", "J. Doe");
    assertThat(run("audit", "overrides").out())
        .isEqualTo("0 of 1 reviewed decisions were overridden\n");
    override("REQ-1", "PM");
    assertThat(run("audit", "overrides", "--by", "posting.department").out())
        .contains(
            "1 of 2 reviewed decisions were overridden",
            "TPM -> PM",
            "         1   1  100 %  boundary-tpm",
            "         1   1  100 %  Engineering",
            "         0   1    0 %  Sales")
        .doesNotContain("Doe");
    assertThat(run("audit", "overrides", "--by", "posting.departmant").err())
        .contains("maybe `posting.department`?");
  }

  @Test
  void aPromotedDecisionIsAScenarioThatPasses() throws IOException {
    Path file = home.resolve("req-2.yaml");
    assertThat(run("audit", "promote", "REQ-2", "--as", file).out())
        .contains("It passes under the rules of today.");
    assertThat(file)
        .content()
        .contains("outcome: PM", "because: [boundary-pm]", "advertisedAs: PM")
        .doesNotContain("Sales", "Project Manager");
    assertThat(run("test", file, "--decision", "hiring").code()).isZero();
    assertThat(run("audit", "promote", "REQ-2", "--as", file).err())
        .contains(file.toString(), "there already, and stays as it is; name another file with --as")
        .hasLineCount(1);
  }

  @Test
  void thePromotedOutcomeOfAReviewerFailsUntilTheRulesAgree() {
    override("REQ-1", "PM");
    Path scenarios = home.resolve("scenarios");
    assertThat(run("audit", "promote", "REQ-1", "--scenarios", scenarios).code()).isEqualTo(74);
    assertThat(scenarios.resolve("hiring").toFile().mkdirs()).isTrue();
    assertThat(run("audit", "promote", "REQ-1", "--scenarios", scenarios).out())
        .contains("req-1.yaml", "It fails under the rules of today", "expected PM, but it is TPM");
    assertThat(scenarios.resolve("hiring/req-1.yaml")).content().doesNotContain("because");
  }
}
