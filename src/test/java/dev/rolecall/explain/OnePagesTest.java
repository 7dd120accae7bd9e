package dev.rolecall.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.decision.Envelope;
import dev.rolecall.document.Yaml;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Situation;
import dev.rolecall.situation.SituationReader;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was searched for one page is used for another, and nobody can tell. */
class OnePagesTest {

  /** Alike and nearly alike: by title, by an answer, by where it comes from, by the test. */
  private static final List<String> CASES =
      List.of(
          "{id: R-1, posting: {title: Project Manager}, scope: {teams: 4}}",
          "{id: R-2, posting: {title: Project Manager, location: Oslo}, scope: {teams: 4}}",
          "{id: R-3, posting: {title: Program Manager}, scope: {teams: 4}}",
          "{id: R-4, posting: {title: Project Manager}, scope: {teams: 5}}",
          "{id: R-5, posting: {title: Project Manager}, scope: {teams: 1}}",
          "{id: R-6, posting: {title: Project Manager}, scope: {teams: 4},"
              + " inferred: {scope.teams: four teams}}",
          "{id: R-7, posting: {title: Project Manager}, scope: {teams: 4},"
              + " boundaryTest: {hardestPart: TRACKING_KNOWN_TASKS}}",
          OnePageTest.DISSENT,
          OnePageTest.DISSENT.replace("REQ-1015", "REQ-1016"),
          OnePageTest.DISSENT.replace("statusReport: true", "statusReport: false"));

  private static Ruleset hiring;
  private static List<Envelope> decided;

  @BeforeAll
  static void decide() {
    hiring = Rules.shipped("hiring");
    decided = CASES.stream().map(OnePagesTest::envelope).toList();
  }

  private static Envelope envelope(String yaml) {
    Situation situation =
        value(
            SituationReader.read(hiring.vocabulary(), value(Yaml.read("case.yaml", yaml)).get(0)));
    return new Envelope(Pages.ID, Pages.AT, Map.of(), hiring.decide(situation));
  }

  private static <T> T value(Result<T> result) {
    assertThat(result).as(result.toString()).isInstanceOf(Result.Ok.class);
    return ((Result.Ok<T>) result).value();
  }

  @Test
  void aPageIsTheSameWhateverPagesWereMadeBeforeIt() {
    List<OnePage> alone = decided.stream().map(d -> new OnePages(hiring).of(d)).toList();
    OnePages together = new OnePages(hiring);
    assertThat(decided.stream().map(together::of).toList()).isEqualTo(alone);
    assertThat(decided.stream().map(together::of).toList()).isEqualTo(alone);
    assertThat(alone).doesNotHaveDuplicates();
  }

  @Test
  void pagesAreMadeByManyThreadsAtOnce() {
    OnePages pages = new OnePages(hiring);
    List<OnePage> expected = decided.stream().map(new OnePages(hiring)::of).toList();
    assertThat(
            IntStream.range(0, 20 * decided.size())
                .parallel()
                .mapToObj(i -> pages.of(decided.get(i % decided.size())))
                .toList())
        .isEqualTo(
            IntStream.range(0, 20 * decided.size())
                .mapToObj(i -> expected.get(i % decided.size()))
                .toList());
  }
}
