package dev.rolecall.space;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.rule.Phase;
import dev.rolecall.rule.Rule;
import dev.rolecall.ruleset.Balcony;
import dev.rolecall.ruleset.Judgement;
import dev.rolecall.ruleset.PlainJudge;
import dev.rolecall.ruleset.Probe;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is suggested does what is claimed, and nothing nearer would. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NearestValuesTest {

  private static final int SITUATIONS = Integer.getInteger("rolecall.judged", 10_000);

  @TempDir private static Path folder;

  private Ruleset hiring;
  private Ruleset balcony;

  @BeforeAll
  void open() {
    hiring = Balcony.shipped("hiring");
    balcony = Balcony.open(folder);
  }

  @Test
  void theSuggestedValuesMakeARuleSpeakWhereverThatIsClaimed() {
    assertThat(claims(hiring, SITUATIONS)).isGreaterThan(SITUATIONS * 3);
    assertThat(claims(balcony, SITUATIONS / 10)).isGreaterThan(SITUATIONS / 20);
  }

  /** How many claims were made, each of them tried. */
  private static int claims(Ruleset ruleset, int number) {
    NearestValues nearest = NearestValues.of(ruleset, Space.of(ruleset.rulebook()));
    RandomSituations situations = new RandomSituations(ruleset.vocabulary(), 4);
    List<Rule> rules = ruleset.rulebook().rules();
    int claims = 0;
    for (int i = 0; i < number; i++) {
      Judgement judgement = ruleset.probes().judge(situations.next());
      Situation situation = judgement.decision().situation();
      for (int r = i % 3; r < rules.size(); r += 3) { // a third of them in each situation
        Rule rule = rules.get(r);
        Optional<List<Setting>> needed =
            rule.phase() == Phase.FINDINGS && !judgement.spoke(rule)
                ? nearest.of(rule, judgement)
                : Optional.empty();
        if (needed.isPresent()) {
          claims++;
          Situation changed = Setting.apply(needed.get(), situation);
          if (!plain(changed).holds(rule.when())) {
            throw new AssertionError(rule.id() + " in situation " + i + ": " + needed.get());
          }
        }
      }
    }
    return claims;
  }

  /** Of a situation before anything is counted; {@code Known} is counted here. */
  private static PlainJudge plain(Situation situation) {
    return new PlainJudge(a -> value(situation, a), List.of());
  }

  private static @Nullable Object value(Situation situation, Attribute attribute) {
    return attribute.path().equals("known.stated")
        ? situation.count(Origin.STATED)
        : situation.value(attribute);
  }

  @Test
  void aConditionOnOneAnswerIsMetByItsNearestValueAndByNoneNearer() {
    for (Ruleset ruleset : List.of(hiring, balcony)) {
      NearestValues nearest = NearestValues.of(ruleset, Space.of(ruleset.rulebook()));
      RandomSituations situations = new RandomSituations(ruleset.vocabulary(), 5);
      List<Probe> probes =
          ruleset.rulebook().rules().stream()
              .flatMap(r -> ruleset.probes().of(r).stream())
              .flatMap(NearestValuesTest::withParts)
              .filter(p -> p.answerable().isPresent())
              .toList();
      for (int i = 0; i < 200; i++) {
        Judgement judgement = ruleset.probes().judge(situations.next());
        probes.stream()
            .filter(p -> !judgement.met(p))
            .forEach(p -> isNearest(p, nearest.of(p, judgement).orElseThrow(), judgement));
      }
    }
  }

  private static Stream<Probe> withParts(Probe probe) {
    return Stream.concat(
        Stream.of(probe), probe.parts().stream().flatMap(NearestValuesTest::withParts));
  }

  private static void isNearest(Probe probe, Setting setting, Judgement judgement) {
    Situation situation = judgement.decision().situation();
    assertThat(plain(Setting.apply(List.of(setting), situation)).holds(probe.when())).isTrue();
    if (setting.value() instanceof Integer to
        && situation.value(setting.attribute()) instanceof Integer from) {
      int distance = Math.abs(to - from);
      IntStream.rangeClosed(from - distance + 1, from + distance - 1)
          .filter(v -> setting.attribute().type().allows(v))
          .mapToObj(v -> situation.change().set(setting.attribute(), Answer.stated(v)).build())
          .forEach(nearer -> assertThat(plain(nearer).holds(probe.when())).isFalse());
    }
  }

  @Test
  void severalConditionsOnOneAnswerAreMetByOneValue() {
    assertThat(needed("pots", "spot.pots", 5)).containsExactly(new Setting(of("spot.pots"), 6));
    assertThat(needed("pots", "spot.pots", 8))
        .hasSize(1)
        .first()
        .satisfies(s -> assertThat(s.value()).isIn(6, 9));
    assertThat(needed("pots", "spot.pots", 30)).containsExactly(new Setting(of("spot.pots"), 19));
  }

  @Test
  void whatIsNotKnownIsSuggestedAtTheConstant() {
    assertThat(needed("either", "spot.soil", "CLAY"))
        .containsExactly(new Setting(of("spot.pots"), 2));
  }

  @Test
  void nothingIsClaimedOfWhatOnlyTheEngineCounts() {
    assertThat(claim("fern", "spot.soil", "SANDY")).isEmpty();
  }

  @Test
  void anAnswerCanStandInTheWay() {
    assertThat(needed("careful", "sign.words", "TPM", "water.daily", true))
        .containsExactly(new Setting(of("water.daily"), null));
  }

  private List<Setting> needed(String rule, Object... answers) {
    return claim(rule, answers).orElseThrow();
  }

  private Optional<List<Setting>> claim(String rule, Object... answers) {
    Situation.Builder situation = Situation.of(balcony.vocabulary(), "");
    for (int i = 0; i < answers.length; i += 2) {
      situation.set(of((String) answers[i]), Answer.stated(answers[i + 1]));
    }
    Judgement judgement = balcony.probes().judge(situation.build());
    return NearestValues.of(balcony, Space.of(balcony.rulebook()))
        .of(balcony.rulebook().rule(rule).orElseThrow(), judgement);
  }

  private Attribute of(String path) {
    return balcony.vocabulary().attribute(path).orElseThrow();
  }
}
