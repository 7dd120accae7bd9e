package dev.rolecall.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  private static final List<String> NAMES =
      List.of("teams", "projects", "systems", "quarters", "scope.teams");

  @ParameterizedTest
  @CsvSource({
    "team, teams",
    "Teams, teams",
    "scope_teams, scope.teams",
    "sytsems, systems",
    "budget,",
    "zzzzzzzzz,"
  })
  void findsTheNameThatWasProbablyMeant(String found, String meant) {
    assertThat(Nearest.to(found, NAMES).orElse(null)).isEqualTo(meant);
  }

  @Test
  void isNotHeldUpByLongNames() {
    String name = "x".repeat(5_000_000);
    assertThat(assertTimeoutPreemptively(Duration.ofSeconds(2), () -> Nearest.maybe(name, NAMES)))
        .isEmpty();
  }

  @Test
  void cutsLongLists() {
    assertThat(Nearest.list(IntStream.range(0, 20).mapToObj(i -> "n" + i).toList()))
        .endsWith("`n11` and 8 more");
  }

  @Test
  void sortsProblemsByPlaceAndDropsRepeatedOnes() {
    Problem b = new Problem(Place.of("f", 2, 1), "b");
    Problem a = new Problem(Place.of("f", 1, 9), "a");
    assertThat(((Result.Refused<?>) Result.refused(List.of(b, a, b))).problems())
        .containsExactly(a, b);
    assertThat(a).hasToString("f:1:9: a");
    assertThat(new Problem(Place.ofCell("f.csv", 3, "h"), "c"))
        .hasToString("f.csv: row 3, column \"h\": c");
  }
}
