package dev.rolecall.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.decision.Decision;
import dev.rolecall.decision.DecisionJson;
import dev.rolecall.problem.Result;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.ValueType;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
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
    SplittableRandom random = new SplittableRandom(20_260_101);

    for (int i = 0; i < SITUATIONS; i++) {
      Situation situation = situation(ruleset, random);
      Decision remembered = ruleset.decide(situation);
      Decision afresh = ruleset.decideAfresh(situation);
      assertThat(DecisionJson.write(remembered)).isEqualTo(DecisionJson.write(afresh));
    }
  }

  /**
   * Some of them nearly empty, some nearly complete, so that every phase is reached with every kind
   * of outcome.
   */
  private static Situation situation(Ruleset ruleset, SplittableRandom random) {
    Situation.Builder situation = Situation.of(ruleset.vocabulary(), "");
    double known = random.nextDouble();
    for (Attribute attribute : ruleset.vocabulary().attributes()) {
      Object value = random.nextDouble() < known ? value(attribute.type(), random) : null;
      if (value != null) {
        boolean stated = random.nextInt(5) > 0;
        situation.set(
            attribute, stated ? Answer.stated(value) : Answer.inferred(value, "so it says"));
      }
    }
    return situation.build();
  }

  private static @Nullable Object value(ValueType type, SplittableRandom random) {
    if (type instanceof ValueType.WholeNumber number) {
      return number.least()
          + random.nextInt(random.nextBoolean() ? 6 : number.most() - number.least() + 1);
    }
    if (type instanceof ValueType.YesNo) {
      return random.nextBoolean();
    }
    if (type instanceof ValueType.OneOf choice) {
      return choice.type().names().get(random.nextInt(choice.type().names().size()));
    }
    if (type instanceof ValueType.Decimal) {
      return BigDecimal.valueOf(random.nextInt(100));
    }
    List<String> titles =
        List.of("Project Manager", "Technical Program Manager", "Nurse", "Program Manager", "TPM");
    return titles.get(random.nextInt(titles.size()));
  }
}
