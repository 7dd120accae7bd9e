package dev.rolecall.space;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.RulesFolder;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.ValueType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code -Drolecall.what-ifs=1000} compares more situations with the brute force. */
class WhatIfTest {

  private static final int SITUATIONS = Integer.getInteger("rolecall.what-ifs", 60);
  private static Ruleset ruleset;
  private static Space space;

  @BeforeAll
  static void open() {
    ruleset =
        ((Result.Ok<Ruleset>)
                RulesFolder.open(Path.of("rules"), "hiring", Path.of("target/test-cache")))
            .value();
    space = Space.of(ruleset.rulebook());
  }

  @Test
  void the_distance_is_that_of_a_brute_force_over_all_values() {
    RandomSituations situations = new RandomSituations(ruleset.vocabulary(), 7);
    for (int i = 0; i < SITUATIONS; i++) {
      Situation situation = situations.next();
      WhatIf.Found found =
          WhatIf.search(ruleset, space, situation, List.of(), false, 2, Long.MAX_VALUE);

      int distance = found.changes().isEmpty() ? 3 : found.attributes();
      assertThat(distance).as("situation %d", i).isEqualTo(bruteForce(situation));
    }
  }

  @Test
  void every_change_changes_the_outcome_to_what_it_says() {
    RandomSituations situations = new RandomSituations(ruleset.vocabulary(), 8);
    for (int i = 0; i < SITUATIONS; i++) {
      Situation situation = situations.next();
      String outcome = ruleset.decide(situation).outcome().word();
      for (Change change :
          WhatIf.search(ruleset, space, situation, List.of(), true, 2, 50_000).changes()) {
        assertThat(ruleset.decide(change.of(situation)).outcome().word())
            .isEqualTo(change.outcome())
            .isNotEqualTo(outcome);
      }
    }
  }

  @Test
  void what_is_kept_and_what_frames_the_case_stays_as_it_is() {
    Situation situation = new RandomSituations(ruleset.vocabulary(), 9).complete();
    Attribute teams = ruleset.vocabulary().attribute("scope.teams").orElseThrow();
    WhatIf.Found found =
        WhatIf.search(ruleset, space, situation, Set.of(teams), true, 2, Long.MAX_VALUE);

    assertThat(found.changes())
        .isNotEmpty()
        .allSatisfy(
            change ->
                assertThat(change.values().keySet())
                    .doesNotContain(teams)
                    .noneMatch(
                        a -> ruleset.vocabulary().factOf(a).role() == FactType.Role.CONTEXT));
  }

  @Test
  void a_bound_on_work_is_said() {
    Situation situation = Situation.of(ruleset.vocabulary(), "").build();
    WhatIf.Found found = WhatIf.search(ruleset, space, situation, List.of(), false, 3, 100);

    assertThat(found.complete()).isFalse();
    assertThat(found.changes()).isEmpty();
  }

  /**
   * The fewest attributes of a dimension to change, 3 where two do not do it; values without the
   * help of classes.
   */
  private static int bruteForce(Situation situation) {
    String outcome = ruleset.decideAfresh(situation).outcome().word();
    List<Attribute> free =
        ruleset.vocabulary().attributes().stream()
            .filter(a -> ruleset.vocabulary().factOf(a).role() == FactType.Role.DIMENSION)
            .toList();
    for (Attribute one : free) {
      for (Object value : values(one.type())) {
        if (!outcome(situation, one, value).equals(outcome)) {
          return 1;
        }
      }
    }
    for (Attribute one : free) {
      for (Object first : values(one.type())) {
        Situation changed = situation.change().set(one, Answer.stated(first)).build();
        for (Attribute other : free.subList(free.indexOf(one) + 1, free.size())) {
          for (Object second : values(other.type())) {
            if (!outcome(changed, other, second).equals(outcome)) {
              return 2;
            }
          }
        }
      }
    }
    return 3;
  }

  private static String outcome(Situation situation, Attribute attribute, Object value) {
    return ruleset
        .decideBriefly(situation.change().set(attribute, Answer.stated(value)).build())
        .outcome()
        .word();
  }

  private static List<Object> values(ValueType type) {
    if (type instanceof ValueType.YesNo) {
      return List.of(true, false);
    }
    if (type instanceof ValueType.OneOf choice) {
      return List.copyOf(choice.type().names());
    }
    ValueType.WholeNumber number = (ValueType.WholeNumber) type;
    return new ArrayList<>(
        IntStream.rangeClosed(number.least(), number.least() + 7).boxed().toList());
  }
}
