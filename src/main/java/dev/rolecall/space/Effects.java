package dev.rolecall.space;

import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which known answers matter in a situation. One does where some other value of it, or its being
 * unknown, changes the outcome, a mark or a warning while all else stays as it is.
 */
public final class Effects {

  private final Ruleset ruleset;
  private final Space space;
  private final Situation situation;
  private final Gist gist;

  private Effects(Ruleset ruleset, Space space, Situation situation) {
    this.ruleset = ruleset;
    this.space = space;
    this.situation = situation;
    this.gist = Gist.of(ruleset.decideBriefly(situation));
  }

  /** The answers given that do not matter at all, in the order of the vocabulary. */
  public static List<Attribute> without(Ruleset ruleset, Space space, Situation given) {
    Effects effects = new Effects(ruleset, space, ruleset.derive(given));
    return given.vocabulary().attributes().stream()
        .filter(a -> given.answer(a).filter(x -> x.origin() != Origin.DERIVED).isPresent())
        .filter(a -> !effects.matters(a))
        .toList();
  }

  /**
   * A text matters also by what is derived from it; each such value is tried with each other. An
   * answer that no rule reads is still counted, so its being unknown is tried too.
   */
  private boolean matters(Attribute attribute) {
    List<Axis> axes = new ArrayList<>();
    space.axis(attribute).ifPresent(axes::add);
    for (Attribute derived : situation.vocabulary().attributes()) {
      boolean follows =
          derived.derived().filter(d -> d.from().equals(attribute.path())).isPresent();
      boolean stated =
          situation.answer(derived).filter(a -> a.origin() != Origin.DERIVED).isPresent();
      if (follows && !stated) {
        space.axis(derived).ifPresent(axes::add);
      }
    }
    Situation.Builder changed = situation.change();
    if (space.axis(attribute).isEmpty()) {
      changed.set(attribute, null); // or it would be derived from again
    }
    return matters(axes, 0, changed);
  }

  private boolean matters(List<Axis> axes, int position, Situation.Builder changed) {
    if (position == axes.size()) {
      return !Gist.of(ruleset.decideBriefly(changed.build())).equals(gist);
    }
    Attribute attribute = axes.get(position).attribute();
    List<@Nullable Object> values = new ArrayList<>(axes.get(position).values());
    values.add(null);
    if (axes.size() == 1) {
      values.remove(situation.value(attribute));
    }
    for (Object value : values) {
      changed.set(attribute, value == null ? null : alike(attribute, value));
      if (matters(axes, position + 1, changed)) {
        return true;
      }
    }
    changed.set(attribute, situation.answer(attribute).orElse(null));
    return false;
  }

  /** Another value from where the actual one came: this is about values, not about origins. */
  private Answer alike(Attribute attribute, Object value) {
    Answer actual = situation.answer(attribute).orElse(null);
    return actual == null
        ? Answer.derived(value)
        : new Answer(value, actual.origin(), actual.quote());
  }
}
