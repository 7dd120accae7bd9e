package dev.rolecall.space;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.RulesFolder;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code -Drolecall.interviews=1000} asks about more situations. */
class OpenQuestionsTest {

  private static final int SITUATIONS = Integer.getInteger("rolecall.interviews", 25);
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
  void asking_only_what_can_matter_ends_with_what_all_answers_together_give() {
    RandomSituations situations = new RandomSituations(ruleset.vocabulary(), 11);
    Map<Situation, OpenQuestions.Found> asked = new HashMap<>();
    for (int i = 0; i < SITUATIONS; i++) {
      Situation complete = situations.complete();
      Situation known = titleOf(complete);
      OpenQuestions.Found open =
          asked.computeIfAbsent(known, s -> OpenQuestions.of(ruleset, space, s));
      while (!open.couldChange().isEmpty()) {
        Attribute next = open.couldChange().get(0).attribute();
        known = known.change().set(next, complete.answer(next).orElseThrow()).build();
        open = asked.computeIfAbsent(known, s -> OpenQuestions.of(ruleset, space, s));
      }
      if (!Gist.of(ruleset.decide(known)).outcome().equals("out-of-scope")) {
        assertThat(Gist.of(ruleset.decide(known))).isEqualTo(Gist.of(ruleset.decide(complete)));
      }
    }
  }

  @Test
  void what_cannot_change_anything_does_not_whatever_the_answers() {
    RandomSituations situations = new RandomSituations(ruleset.vocabulary(), 12);
    SplittableRandom random = new SplittableRandom(13);
    for (int i = 0; i < SITUATIONS; i++) {
      Situation situation = situations.next();
      OpenQuestions.Found open = OpenQuestions.of(ruleset, space, situation);
      for (Attribute attribute : open.cannotChange()) {
        Situation other = answeredAtRandom(situation, attribute, random);
        for (Object value : space.axis(attribute).orElseThrow().values()) {
          Situation answered = other.change().set(attribute, Answer.stated(value)).build();
          assertThat(Gist.of(ruleset.decide(answered))).isEqualTo(Gist.of(ruleset.decide(other)));
        }
      }
    }
  }

  private static Situation titleOf(Situation complete) {
    Attribute title = ruleset.vocabulary().attribute("posting.title").orElseThrow();
    return Situation.of(ruleset.vocabulary(), "")
        .set(title, complete.answer(title).orElseThrow())
        .build();
  }

  /** Any answers to the other open questions, or none. */
  private static Situation answeredAtRandom(
      Situation situation, Attribute but, SplittableRandom random) {
    Situation.Builder answered = situation.change();
    for (Axis axis : space.ofWork()) {
      boolean open = situation.value(axis.attribute()) == null && !axis.attribute().equals(but);
      if (open && random.nextBoolean()) {
        answered.set(
            axis.attribute(),
            Answer.stated(axis.values().get(random.nextInt(axis.values().size()))));
      }
    }
    return answered.build();
  }
}
