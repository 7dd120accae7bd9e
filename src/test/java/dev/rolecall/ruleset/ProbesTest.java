package dev.rolecall.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.rolecall.decision.Outcome;
import dev.rolecall.rule.Phase;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Test.Comparison;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import dev.rolecall.space.RandomSituations;
import dev.rolecall.vocabulary.Attribute;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A condition that is called met is met, by Drools and by plain arithmetic. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProbesTest {

  private static final int SITUATIONS = Integer.getInteger("rolecall.judged", 10_000);

  @TempDir private static Path folder;

  private List<Ruleset> rulesets;
  private Ruleset balcony;

  @BeforeAll
  void open() {
    balcony = Balcony.open(folder);
    rulesets = List.of(Balcony.shipped("hiring"), Balcony.shipped("growth"), balcony);
  }

  List<Ruleset> rulesets() {
    return rulesets;
  }

  /** The second decision is the one that begins to remember. */
  @Test
  void othersDecideWhileThePartsAreCompiled() throws Exception {
    CountDownLatch compiling = new CountDownLatch(1);
    CountDownLatch decided = new CountDownLatch(1);
    AtomicBoolean inTime = new AtomicBoolean();
    Ruleset ruleset =
        new Ruleset(
            balcony.rulebook(),
            List.of(),
            balcony.files(),
            balcony.meaning(),
            balcony.engine(),
            parts -> {
              compiling.countDown();
              inTime.set(waited(decided));
              return balcony.engine();
            });
    Thread asking = new Thread(ruleset::probes);
    asking.start();
    assertThat(waited(compiling)).isTrue();
    Situation situation = new RandomSituations(ruleset.vocabulary(), 1).next();
    ruleset.decide(situation);
    ruleset.decide(situation);
    decided.countDown();
    asking.join();
    assertThat(inTime).isTrue();
  }

  private static boolean waited(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("rulesets")
  void whatIsCalledMetOrUnmetIsSo(Ruleset ruleset) {
    List<Probe> probes = probes(ruleset);
    RandomSituations situations = new RandomSituations(ruleset.vocabulary(), 1);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < SITUATIONS; i++) {
      Judgement judgement = ruleset.probes().judge(situations.next());
      PlainJudge plain = PlainJudge.of(judgement);
      for (Probe probe : probes) {
        Standing standing = judgement.of(probe);
        seen.add(probe.number() + (standing == Standing.MET ? " met" : " not"));
        if (!isSo(probe, standing, judgement, plain)) {
          fail(probe.when() + " is " + standing + " in situation " + i);
        }
      }
      for (Rule rule : reached(ruleset, judgement)) {
        boolean met = ruleset.probes().of(rule).stream().allMatch(judgement::met);
        if (met != judgement.spoke(rule)) {
          fail(rule.id() + " in situation " + i);
        }
      }
    }
    assertThat(seen)
        .as("nearly all are met in some and not in others")
        .hasSizeGreaterThan(probes.size() * 19 / 10);
  }

  private static boolean isSo(
      Probe probe, Standing standing, Judgement judgement, PlainJudge plain) {
    if (standing == Standing.NOT_ASKED) {
      return judgement.decision().outcome().kind() == Outcome.Kind.OUT_OF_SCOPE;
    }
    boolean met = plain.holds(probe.when());
    boolean comparison = probe.join() == Probe.Join.ONE && probe.answerable().isPresent();
    Standing expected =
        met
            ? Standing.MET
            : comparison && judgement.value(probe.answerable().get()) == null
                ? Standing.UNKNOWN
                : Standing.UNMET;
    boolean group = standing == Standing.UNKNOWN && !probe.parts().isEmpty() && !met;
    return standing == expected || group;
  }

  private static List<Rule> reached(Ruleset ruleset, Judgement judgement) {
    boolean away = judgement.decision().outcome().kind() == Outcome.Kind.OUT_OF_SCOPE;
    return ruleset.rulebook().rules().stream()
        .filter(r -> !away || r.phase() == Phase.FINDINGS)
        .toList();
  }

  /** All parts of all conditions, equal ones once. */
  private static List<Probe> probes(Ruleset ruleset) {
    return ruleset.rulebook().rules().stream()
        .flatMap(r -> ruleset.probes().of(r).stream())
        .flatMap(ProbesTest::withParts)
        .collect(Collectors.toMap(Probe::number, p -> p, (a, b) -> a, TreeMap::new))
        .values()
        .stream()
        .toList();
  }

  private static Stream<Probe> withParts(Probe probe) {
    return Stream.concat(Stream.of(probe), probe.parts().stream().flatMap(ProbesTest::withParts));
  }

  @Test
  void everyComparisonOfARuleIsJudgedByItself() {
    for (Rule rule : balcony.rulebook().rules()) {
      Set<Comparison> judged = new HashSet<>();
      balcony.probes().of(rule).stream()
          .flatMap(ProbesTest::withParts)
          .filter(p -> p.join() == Probe.Join.ONE)
          .forEach(p -> p.when().comparisons().forEach(judged::add));
      assertThat(judged).containsAll(rule.when().comparisons().toList());
    }
  }

  @Test
  void conditionsThatAreAlikeAreAskedOnce() {
    Ruleset hiring = rulesets.get(0);
    List<Probe> boundary =
        Stream.of("balance-pm", "balance-tpm")
            .map(id -> hiring.rulebook().rule(id).orElseThrow())
            .map(rule -> hiring.probes().of(rule).get(0))
            .toList();
    assertThat(boundary.get(0).number()).isEqualTo(boundary.get(1).number());
  }

  @Test
  void whatIsOutOfScopeLeavesLaterFactsUnasked() {
    Judgement judgement =
        balcony.probes().judge(situation("spot.sun", BigDecimal.ZERO, "spot.soil", "CLAY"));

    assertThat(standings(judgement, "dark")).containsExactly(Standing.MET);
    assertThat(standings(judgement, "tomato")).containsExactly(Standing.NOT_ASKED, Standing.MET);
    assertThat(judgement.spoke(balcony.rulebook().rule("tomato").orElseThrow())).isFalse();
  }

  @Test
  void aWayThatIsUnknownLeavesAnOrUnknown() {
    Judgement judgement = balcony.probes().judge(situation("water.litres", 3, "spot.pots", 1));

    assertThat(standings(judgement, "either")).containsExactly(Standing.UNKNOWN);
    assertThat(standings(judgement, "shade")).containsExactly(Standing.UNKNOWN, Standing.UNKNOWN);
  }

  private List<Standing> standings(Judgement judgement, String rule) {
    return balcony.probes().of(balcony.rulebook().rule(rule).orElseThrow()).stream()
        .map(judgement::of)
        .toList();
  }

  private Situation situation(Object... answers) {
    Situation.Builder situation = Situation.of(balcony.vocabulary(), "");
    for (int i = 0; i < answers.length; i += 2) {
      Attribute attribute =
          balcony.vocabulary().attribute(Objects.toString(answers[i])).orElseThrow();
      situation.set(attribute, Answer.stated(answers[i + 1]));
    }
    return situation.build();
  }
}
