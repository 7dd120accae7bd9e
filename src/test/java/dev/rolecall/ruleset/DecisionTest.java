package dev.rolecall.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.decision.Decision;
import dev.rolecall.decision.DecisionJson;
import dev.rolecall.decision.Outcome;
import dev.rolecall.decision.State;
import dev.rolecall.decision.WithoutInferred;
import dev.rolecall.situation.Situation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a situation to a decision, by real rules in real Drools. */
class DecisionTest {

  private static final String RULES =
      """
      // What decides.
      package trip;
      rule "away" @id(away) @source(house) when Way( note == "home" ) Known( inferred == 0 ) then verdict.outOfScope( "we stay" ); end
      rule "far" @id(far) @source(house) @weight(3) when Way( $km : km >= 1000 ) then verdict.leans( Travel.PLANE, "it is {km} km" ); end
      rule "long" @id(long) @source(house) @weight(2) when Way( hours >= 8 ) then verdict.leans( Travel.TRAIN, "it takes hours" ); end
      rule "cheap" @id(cheap) @source(house) when Way( price < 50 ) then verdict.leans( Travel.TRAIN, "it is cheap" ); end
      rule "heavy" @id(heavy) @source(house) @dimension(Bag) when Bag( kilos >= 20 ) or Way( km == 1 ) or Way( hours == 1 )
      then verdict.leans( Travel.TRAIN, "it is heavy" ); end
      rule "train" @id(train) @source(house) @decidedBy(balance) when Balance( leader == Travel.TRAIN, $n : speaking )
      then verdict.recommend( Travel.TRAIN, "{n} say so" ); end
      rule "plane" @id(plane) @source(house) @decidedBy(season) @contested @narrow when Way( season == Season.SUMMER )
      then verdict.recommend( Travel.PLANE, "it is summer" ); end
      rule "dark" @id(dark) @source(house) @decidedBy(dark) when Way( season == Season.DARK ) not( Balance( leader == Travel.TRAIN ) )
      then verdict.inconclusive( "it is dark" ); verdict.ask( "bag.kilos" ); verdict.ask( "way.km" ); end
      rule "ask" @id(ask) @source(house) when Balance( leader == null ) then verdict.ask( "way.abroad" ); verdict.ask( "way.km" ); end
      rule "delay" @id(delay) @source(house) when Recommendation( answer != null, voicesFor >= 0 )
      then verdict.warn( Risk.DELAY, "for: {for}; against: {against}" ); end
      rule "strike" @id(strike) @source(house) when Recommendation( answer != null ) then verdict.warn( Risk.STRIKE, "first by rank" ); end
      rule "guessed" @id(guessed) @source(house) when Recommendation( inferred == true ) then verdict.warn( Risk.DELAY, "guessed" ); end
      """;

  @TempDir static Path temp;
  private static Ruleset ruleset;

  @BeforeAll
  static void open() {
    ruleset = Trip.good(Trip.open(temp, RULES));
  }

  private static Decision decide(String yaml) {
    Situation situation = Trip.situation(ruleset, yaml);
    Decision decision = ruleset.decide(situation);
    assertThat(ruleset.decideAfresh(situation)).isEqualTo(decision);
    return decision;
  }

  @Test
  void weighsTheFindingsOfADimensionIntoOneVoice() {
    assertThat(decide("way: {km: 1000, hours: 8}").voices().get(0).leans()).isEqualTo("PLANE");
    Decision split = decide("way: {km: 1000, hours: 8, price: 49.99}");
    assertThat(split.voices()).extracting("state").containsExactly(State.SPLIT, State.SILENT);
    assertThat(split.voices().get(0).leans()).isNull();
    assertThat(split.findings()).extracting("rule").containsExactly("cheap", "far", "long");
    assertThat(split.findings().get(1).because()).isEqualTo("it is 1000 km");
    assertThat(split.findings().get(1).facts()).isEqualTo(Map.of("way.km", 1000));
    assertThat(split.balance().split()).isEqualTo(1);
  }

  @Test
  void countsARuleOnceThoughSeveralOfItsBranchesHold() {
    assertThat(decide("way: {km: 1, hours: 1}, bag: {kilos: 20}").findings())
        .extracting("rule")
        .containsExactly("heavy");
  }

  @Test
  void recommendsWhatOneRuleSays() {
    Decision decision = decide("bag: {kilos: 20}");
    Outcome outcome = decision.outcome();
    assertThat(outcome.word()).isEqualTo("TRAIN");
    assertThat(outcome.label()).isEqualTo("by train");
    assertThat(outcome.decidedBy()).isEqualTo("balance");
    assertThat(outcome.because()).isEqualTo("1 say so");
    assertThat(outcome.contested() || outcome.narrow() || outcome.inferred()).isFalse();
    assertThat(decision.warnings())
        .extracting("text")
        .containsExactly("first by rank", "for: Bag; against: no dimension");
  }

  @Test
  void namesBothRulesOfAContradiction() {
    Decision decision = decide("bag: {kilos: 20}, way: {season: SUMMER}");
    assertThat(decision.outcome().word()).isEqualTo("inconclusive");
    assertThat(decision.outcome().rules()).containsExactly("plane", "train");
    assertThat(decision.outcome().because()).contains("plane and train");
    assertThat(decision.warnings()).isEmpty();
  }

  @Test
  void saysWhenNoRuleDecides() {
    assertThat(decide("").outcome().because()).isEqualTo("no rule decides");
    assertThat(decide("").outcome().word()).isEqualTo("inconclusive");
  }

  @Test
  void endsAfterTheFirstPhaseWhereOutOfScope() {
    Decision decision = decide("way: {note: home, km: 5000, season: SUMMER}");
    assertThat(decision.outcome().word()).isEqualTo("out-of-scope");
    assertThat(decision.outcome().because()).isEqualTo("we stay");
    assertThat(decision.findings()).isEmpty();
    assertThat(decision.questions()).isEmpty();
    assertThat(decision.warnings()).isEmpty();
  }

  @Test
  void asksInTheOrderOfTheRulesEachOnceAndNothingThatIsKnown() {
    assertThat(decide("way: {season: DARK}").questions())
        .extracting(q -> q.about().path())
        .containsExactly("bag.kilos", "way.km", "way.abroad");
    assertThat(decide("way: {season: DARK, km: 2}").questions())
        .extracting(q -> q.about().path())
        .containsExactly("bag.kilos", "way.abroad");
    assertThat(decide("way: {season: DARK}").outcome().decidedBy()).isEqualTo("dark");
  }

  @Test
  void saysWhatRestsOnInferredValues() {
    assertThat(
            decide("way: {season: SUMMER}, inferred: {way.season: 'sunny'}").outcome().inferred())
        .isTrue();
    assertThat(decide("bag: {kilos: 20}, inferred: {bag.kilos: 'a trunk'}").warnings())
        .extracting("rule")
        .contains("guessed");
    assertThat(
            decide("bag: {kilos: 20}, way: {price: 99}, inferred: {way.price: 'dear'}")
                .outcome()
                .inferred())
        .isFalse();
    assertThat(decide("way: {note: home}, inferred: {way.note: 'home'}").outcome().word())
        .isEqualTo("inconclusive");
  }

  @Test
  void saysHowItWouldStandWithoutWhatWasInferred() {
    assertThat(decide("bag: {kilos: 20}").withoutInferred()).isNull();
    assertThat(DecisionJson.write(decide("bag: {kilos: 20}"))).doesNotContain("withoutInferred");

    Decision guessed = decide("bag: {kilos: 20}, inferred: {bag.kilos: 'a trunk'}");
    assertThat(guessed.outcome().word()).isEqualTo("TRAIN");
    assertThat(guessed.withoutInferred())
        .isEqualTo(new WithoutInferred(Outcome.Kind.INCONCLUSIVE, null));
    assertThat(DecisionJson.write(guessed))
        .contains("},\"withoutInferred\":{\"kind\":\"inconclusive\",\"answer\":null},\"voices\"");

    Decision both = decide("bag: {kilos: 20}, way: {price: 1}, inferred: {way.price: 'a coin'}");
    assertThat(both.withoutInferred().word()).isEqualTo("TRAIN");
    assertThat(decide("way: {note: home, km: 1}, inferred: {way.km: 'near'}").withoutInferred())
        .isEqualTo(new WithoutInferred(Outcome.Kind.OUT_OF_SCOPE, null));
  }

  @Test
  void givesTheSameBytesInEveryRunThreadAndProcess() throws Exception {
    List<Situation> situations = new ArrayList<>();
    for (String yaml :
        List.of(
            "",
            "bag: {kilos: 20}",
            "way: {km: 1000, hours: 8, price: 1}",
            "way: {season: DARK}",
            "way: {note: home}")) {
      situations.add(Trip.situation(ruleset, yaml));
    }
    List<String> expected =
        situations.stream().map(s -> DecisionJson.write(ruleset.decideAfresh(s))).toList();
    Ruleset again = Trip.good(Trip.open(temp, RULES));
    Callable<List<String>> thousand =
        () -> {
          List<String> last = expected;
          for (int i = 0; i < 125 && last.equals(expected); i++) {
            Ruleset one = i % 2 == 0 ? ruleset : again;
            boolean afresh = i % 5 == 0;
            last =
                situations.stream()
                    .map(s -> DecisionJson.write(afresh ? one.decideAfresh(s) : one.decide(s)))
                    .toList();
          }
          return last;
        };
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<List<String>> answer :
          threads.invokeAll(java.util.Collections.nCopies(8, thousand))) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void worksForFiveOutcomesAsForTwo() {
    String five = "ONE(\"one\"), TWO(\"two\"), THREE(\"three\"), FOUR(\"four\"), FIVE(\"five\")";
    String vocabulary =
        Trip.VOCABULARY
            .replace("package trip", "package five")
            .replace("TRAIN(\"by train\"), PLANE(\"by plane\")", five);
    StringBuilder rules = new StringBuilder("package five;\n");
    for (String outcome : List.of("ONE", "TWO", "THREE", "FOUR", "FIVE")) {
      int n = rules.length();
      rules.append(
          Trip.rule(
              "r-" + n,
              "Way( km == " + outcome.length() + ", note == \"" + outcome + "\" )",
              "verdict.leans( Travel." + outcome + ", \"x\" );"));
      rules.append(
          Trip.rule(
              "s-" + n,
              "Balance( leader == Travel." + outcome + ", margin >= 1 )",
              "verdict.recommend( Travel." + outcome + ", \"x\" );"));
    }
    Ruleset read =
        Trip.good(
            Trip.open(
                temp, "five", Map.of("vocabulary.drl", vocabulary, "r.drl", rules.toString())));
    assertThat(Trip.decide(read, "way: {km: 4, note: FOUR}").outcome().label()).isEqualTo("four");
    assertThat(Trip.decide(read, "way: {km: 5, note: THREE}").outcome().word()).isEqualTo("THREE");
    assertThat(Trip.decide(read, "way: {km: 4, note: FOUR}").name()).isEqualTo("five");
  }
}
