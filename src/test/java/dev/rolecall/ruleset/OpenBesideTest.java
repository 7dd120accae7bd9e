package dev.rolecall.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edited ruleset beside the one that runs, where no cache can be written. */
class OpenBesideTest {

  private static final String RULES =
      "package trip;\n"
          + Trip.rule("far", "Way( km >= 1000 )", "verdict.leans( Travel.PLANE, \"it is far\" );");
  private static final String SITUATION = "way: {km: 1000}";

  @TempDir Path temp;
  private Path cache;
  private Ruleset running;

  @BeforeEach
  void run() throws IOException {
    cache = Files.writeString(temp.resolve("file"), "x").resolve("below");
    running = Trip.good(files(RULES).open(cache));
  }

  private static RuleFiles files(String rules) {
    return RuleFiles.of(
        "trip",
        "rules/trip",
        Map.of(
            "vocabulary.drl", Trip.VOCABULARY.getBytes(StandardCharsets.UTF_8),
            "r.drl", rules.getBytes(StandardCharsets.UTF_8)));
  }

  private Ruleset beside(String rules) {
    return Trip.good(files(rules).openBeside(running, cache));
  }

  @Test
  void anEditOfWordsSharesTheEngineSoThatNothingIsCompiledOrLoaded() {
    Ruleset edited = beside(RULES.replace("it is far", "it is a long way"));
    assertThat(edited.engine()).isSameAs(running.engine());
    assertThat(Trip.decide(edited, SITUATION).findings().get(0).because())
        .isEqualTo("it is a long way");
    assertThat(Trip.decide(running, SITUATION).findings().get(0).because()).isEqualTo("it is far");
  }

  @Test
  void anEditOfAWeightSharesItToo() {
    Ruleset edited = beside(RULES.replace("@source(house)", "@source(house) @weight(3)"));
    assertThat(edited.engine()).isSameAs(running.engine());
    assertThat(edited.meaning()).isNotEqualTo(running.meaning());
    assertThat(Trip.decide(edited, SITUATION).findings().get(0).weight()).isEqualTo(3);
  }

  @Test
  void anEditOfAConditionGetsAnEngineOfItsOwn() {
    Ruleset edited = beside(RULES.replace("1000", "1001"));
    assertThat(edited.engine()).isNotSameAs(running.engine());
    assertThat(Trip.decide(edited, SITUATION).findings()).isEmpty();
    assertThat(Trip.decide(running, SITUATION).findings()).hasSize(1);
  }
}
