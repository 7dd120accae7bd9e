package dev.rolecall.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.decision.Decision;
import dev.rolecall.decision.DecisionJson;
import dev.rolecall.problem.Result;
import dev.rolecall.situation.Situation;
import dev.rolecall.space.RandomSituations;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was remembered is what Drools would say: {@code -Drolecall.situations=2000000} compares more
 * of them.
 */
class MemoryTest {

  private static final int SITUATIONS = Integer.getInteger("rolecall.situations", 30_000);
  private static final Path RULES = Path.of("rules");

  static List<String> decisions() {
    return RulesFolder.decisions(RULES);
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void what_is_remembered_is_what_drools_says(String decision) {
    Ruleset ruleset =
        ((Result.Ok<Ruleset>) RulesFolder.open(RULES, decision, Path.of("target/test-cache")))
            .value();
    RandomSituations situations = new RandomSituations(ruleset.vocabulary(), 20_260_101);

    for (int i = 0; i < SITUATIONS; i++) {
      Situation situation = situations.next();
      Decision remembered = ruleset.decide(situation);
      Decision afresh = ruleset.decideAfresh(situation);
      assertThat(DecisionJson.write(remembered)).isEqualTo(DecisionJson.write(afresh));
    }
  }
}
