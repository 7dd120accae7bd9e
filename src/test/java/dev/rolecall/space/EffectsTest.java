package dev.rolecall.space;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.ruleset.Balcony;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said not to matter does not, whatever is put in its place; what is left out does. */
class EffectsTest {

  private final Ruleset hiring = Balcony.shipped("hiring");
  private final Space space = Space.of(hiring.rulebook());

  @Test
  void anAnswerIsCalledWithoutEffectExactlyWhereNoOtherChangesAnything() {
    RandomSituations situations = new RandomSituations(hiring.vocabulary(), 6);
    RandomSituations others = new RandomSituations(hiring.vocabulary(), 7);
    int idle = 0;
    for (int i = 0; i < 100; i++) {
      Situation situation = situations.next();
      List<Attribute> without = Effects.without(hiring, space, situation);
      idle += without.size();
      for (int j = 0; j < 10; j++) {
        Situation other = others.complete();
        without.forEach(a -> changesNothing(situation, a, other.value(a)));
      }
      without.forEach(a -> changesNothing(situation, a, null));
      for (Axis axis : space.axes()) {
        Attribute attribute = axis.attribute();
        if (attribute.derived().isEmpty()
            && situation.value(attribute) != null
            && !without.contains(attribute)) {
          changesSomething(situation, axis);
        }
      }
    }
    assertThat(idle).isGreaterThan(300);
  }

  private void changesNothing(Situation situation, Attribute attribute, Object value) {
    assertThat(gist(with(situation, attribute, value)))
        .as(attribute.path() + " " + value)
        .isEqualTo(gist(situation));
  }

  private void changesSomething(Situation situation, Axis axis) {
    List<Object> values = new ArrayList<>(axis.values());
    values.add(null);
    assertThat(values)
        .as(axis.attribute().path())
        .anyMatch(v -> !gist(with(situation, axis.attribute(), v)).equals(gist(situation)));
  }

  private static Situation with(Situation situation, Attribute attribute, Object value) {
    Answer answer = situation.answer(attribute).orElseThrow();
    return situation
        .change()
        .set(attribute, value == null ? null : new Answer(value, answer.origin(), answer.quote()))
        .build();
  }

  private Gist gist(Situation situation) {
    return Gist.of(hiring.decideBriefly(situation));
  }
}
