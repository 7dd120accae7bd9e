package dev.rolecall.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.Ruleset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioRunTest {

  @TempDir private static Path rules;
  private static Ruleset trip;

  @BeforeAll
  static void open() throws IOException {
    trip = Trip.open(rules);
  }

  @Test
  void aCasePassesWhereAllThatItExpectsComes() {
    assertThat(
            failures(
                "{ outcome: PLANE, decidedBy: balance, contested: false, narrow: true,"
                    + " because: [distance-far, take-plane, warning-tiring],"
                    + " notBecause: [distance-near], warnings: [TIRING], notWarnings: [COSTLY],"
                    + " questions: [], notQuestions: [distance.km],"
                    + " leans: { Distance: PLANE, Night: silent } }"))
        .isEmpty();
  }

  @Test
  void everythingThatDoesNotComeIsToldWithWhatCameInstead() {
    assertThat(
            failures(
                "{ outcome: TRAIN, decidedBy: nothing, contested: true, narrow: false,"
                    + " because: [distance-near], notBecause: [warning-tiring, night-bed],"
                    + " warnings: [], notWarnings: [TIRING], questions: [distance.km],"
                    + " leans: { Distance: split, Night: TRAIN } }"))
        .containsExactly(
            "outcome: expected TRAIN, but it is PLANE (take-plane)",
            "decidedBy: expected nothing, but it is balance",
            "contested: expected true, but it is false",
            "narrow: expected false, but it is true",
            "because: expected distance-near to speak, but it is silent",
            "notBecause: expected warning-tiring to be silent, but it speaks",
            "warnings: expected none, but there are [TIRING]",
            "notWarnings: expected none of [TIRING], but there are [TIRING]",
            "questions: expected [distance.km], but there are none",
            "leans.Distance: expected split, but it is PLANE",
            "leans.Night: expected TRAIN, but it is silent");
  }

  @Test
  void outOfScopeIsAnOutcomeWithoutVoices() {
    assertThat(
            run(
                    "ticket: { title: ferry }",
                    "{ outcome: out-of-scope, because: [out-of-scope-ferry] }")
                .failed())
        .isEmpty();
    assertThat(run("ticket: { title: ferry }", "{ leans: { Night: silent } }").failed())
        .flatExtracting(Tried::failures)
        .extracting(Failure::toString)
        .containsExactly("leans.Night: expected silent, but it is not heard");
  }

  @Test
  void aQuestionNamesTheRuleThatAsksIt() {
    assertThat(run("night: null", "{ questions: [distance.km], because: [inconclusive] }").failed())
        .isEmpty();
  }

  @Test
  void aRuleIsCoveredByPassingCasesThatNameItOnly() {
    Coverage passing =
        run("distance: { km: 900 }", "{ because: [distance-far], notBecause: [distance-near] }")
            .coverage();
    assertThat(passing.rules()).isEqualTo(8);
    assertThat(passing.neverSpeak()).hasSize(7).extracting("rule").doesNotContain("distance-far");
    assertThat(passing.neverSilent()).hasSize(7).extracting("rule").doesNotContain("distance-near");

    Coverage failing =
        run("distance: { km: 900 }", "{ outcome: TRAIN, because: [distance-far] }").coverage();
    assertThat(failing.neverSpeak()).hasSize(8);
    assertThat(failing.neverSpeak().get(0)).hasToString("trip/trip.drl:4  distance-far");
  }

  @Test
  void theTextShowsWhatFailedThenWhatIsNotCoveredThenASummary() {
    ScenarioRun run = run("distance: { km: 5 }", "{ outcome: PLANE, because: [night-bed] }");
    assertThat(ScenarioText.failures(run))
        .containsExactly(
            "a.yaml:4: a",
            "    outcome: expected PLANE, but it is TRAIN (take-train)",
            "    because: expected night-bed to speak, but it is silent",
            "    these speak: distance-near, take-train");
    assertThat(ScenarioText.uncovered(run))
        .hasSize(18)
        .startsWith("no passing case expects these to speak:", "    trip/trip.drl:4  distance-far");
    assertThat(ScenarioText.summary(run)).isEqualTo("trip: 1 case in 1 file, 1 fails");
    assertThat(ScenarioText.summaryWithCoverage(run))
        .isEqualTo(
            "trip: 1 case in 1 file, 1 fails; of 8 rules, 8 never speak and 8 never stay silent in"
                + " a case");
  }

  private static List<String> failures(String expect) {
    return run("distance: { km: 900 }", expect).cases().get(0).failures().stream()
        .map(Failure::toString)
        .toList();
  }

  private static ScenarioRun run(String given, String expect) {
    String text =
        "title: t\ngiven: { " + given + " }\ncases:\n  - name: a\n    expect: " + expect + "\n";
    Result<ScenarioFile> file = ScenarioReader.read(trip, "a.yaml", text);
    assertThat(file).isInstanceOf(Result.Ok.class);
    return ScenarioRun.of(trip, List.of(((Result.Ok<ScenarioFile>) file).value()));
  }
}
