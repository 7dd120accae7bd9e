package dev.rolecall.space;

import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another value for an attribute.
 *
 * @param value null makes it unknown
 */
public record Setting(Attribute attribute, @Nullable Object value) {

  /** The situation with all of these stated in place of its own answers. */
  public static Situation apply(List<Setting> settings, Situation situation) {
    Situation.Builder changed = situation.change();
    for (Setting setting : settings) {
      Object value = setting.value;
      changed.set(setting.attribute, value == null ? null : Answer.stated(value));
    }
    return changed.build();
  }
}
