package dev.rolecall.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.decision.DecisionJson;
import dev.rolecall.explain.Difference;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.scenario.RulesCheck;
import dev.rolecall.scenario.RulesCheck.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What was saved is live if it passes; nobody notices what does not. */
class LiveRulesetTest {

  private static final int EDITS = 200;

  @TempDir Path folder;
  private EditedTrip trip;
  private LiveRuleset live;

  @BeforeEach
  void open() {
    trip = new EditedTrip(folder);
    live = trip.open();
  }

  private static Reload refreshed(LiveRuleset live) {
    return live.refresh().last();
  }

  private Ruleset current() {
    return live.current().orElseThrow();
  }

  private static String because(Ruleset ruleset) {
    return ruleset.decide(EditedTrip.far(ruleset)).findings().get(0).because();
  }

  private static String decided(Ruleset ruleset) {
    return DecisionJson.write(ruleset.decideAfresh(EditedTrip.far(ruleset)));
  }

  @Test
  void anEditThatPassesIsLive() {
    Ruleset before = current();
    trip.edit("km >= 800", "km >= 900");
    Reload reload = refreshed(live);
    assertThat(reload.check().state()).isEqualTo(State.PASSED);
    assertThat(reload.files()).containsExactly(trip.rules);
    assertThat(current().hash()).isNotEqualTo(before.hash());
    assertThat(live.state().since()).isEqualTo(reload.at().plus(reload.took()));
  }

  @Test
  void whoBeganWithARulesetGoesOnWithIt() {
    Ruleset before = current();
    trip.edit("it is {km} km", "it is far, {km} km");
    live.refresh();
    assertThat(because(current())).isEqualTo("it is far, 2000 km");
    assertThat(because(before)).isEqualTo("it is 2000 km");
  }

  @Test
  void saysWhichRulesAnEditChanged() {
    trip.edit("it is {km} km", "it is far, {km} km");
    assertThat(refreshed(live).difference().orElseThrow().inShort()).isEqualTo("1 text");
    trip.edit("@id(night-bed)", "@id(night-in-bed)");
    Difference difference = refreshed(live).difference().orElseThrow();
    assertThat(difference.rules())
        .as("against what was live")
        .containsExactlyInAnyOrder("night-in-bed", "night-bed", "distance-far");
  }

  @Test
  void brokenRulesLeaveTheLastGoodOnes() {
    Ruleset before = current();
    trip.edit("km >= 800", "kilometres >= 800");
    RulesCheck check = refreshed(live).check();
    assertThat(check.state()).isEqualTo(State.RULES_REFUSED);
    assertThat(check.errors().get(0).toString())
        .contains("rules/trip/trip.drl:7:", "`kilometres` is not an attribute of Distance");
    assertThat(current()).isSameAs(before);
  }

  @Test
  void aFailingScenarioLeavesTheLastGoodRules() {
    Ruleset before = current();
    trip.edit("km >= 800", "km >= 8000");
    assertThat(refreshed(live).check().state()).isEqualTo(State.CASES_FAIL);
    assertThat(current()).isSameAs(before);
  }

  @Test
  void aScenarioThatChangesCounts() {
    Ruleset before = current();
    trip.expect("TRAIN");
    Reload reload = refreshed(live);
    assertThat(reload.check().state()).isEqualTo(State.CASES_FAIL);
    assertThat(reload.files()).containsExactly(trip.scenarios);
    trip.expect("PLANE");
    assertThat(refreshed(live).check().state()).isEqualTo(State.PASSED);
    assertThat(current()).as("its rules are the same").isSameAs(before);
  }

  @Test
  void rulesThatAreBrokenAtFirstAreLiveOnceTheyAreMended() {
    trip.edit("km >= 800", "kilometres >= 800");
    try (LiveRuleset broken = trip.open()) {
      assertThat(broken.current()).isEmpty();
      assertThat(broken.state().last().check().state()).isEqualTo(State.RULES_REFUSED);
      trip.edit("km >= 800", "km >= 801");
      broken.refresh();
      assertThat(broken.current()).isPresent();
    }
  }

  @Test
  void aFolderThatGoesAwayLeavesTheLastGoodRules() throws Exception {
    Ruleset before = current();
    Files.move(trip.rules.getParent(), folder.resolve("away"));
    assertThat(refreshed(live).check().state()).isEqualTo(State.RULES_REFUSED);
    assertThat(current()).isSameAs(before);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkThatIsRefusedIsToldThoughNoRuleChanged() throws Exception {
    Files.createSymbolicLink(trip.rules.resolveSibling("link.drl"), trip.rules);
    RulesCheck check = refreshed(live).check();
    assertThat(check.state()).isEqualTo(State.RULES_REFUSED);
    assertThat(check.errors()).singleElement().asString().contains("link.drl: it is not a plain");
  }

  @Test
  void brokenEditsUnderConstantEvaluationFailNoEvaluation() throws Exception {
    String before = decided(current());
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch edited = new CountDownLatch(1);
    CompletableFuture<Long> evaluations =
        CompletableFuture.supplyAsync(
            () -> {
              long count = 0;
              while (edited.getCount() > 0) {
                assertThat(decided(current())).isEqualTo(before);
                count++;
                begun.countDown();
              }
              return count;
            });
    try {
      begun.await();
      for (int i = 0; i < EDITS; i++) {
        trip.edit("km >= 800", i % 2 == 0 ? "kilometres >= " + i : "km >= " + (8000 + i % 4));
        assertThat(refreshed(live).check().passes()).isFalse();
      }
    } finally {
      edited.countDown();
    }
    assertThat(evaluations.get()).isGreaterThan(EDITS);
  }
}
