package dev.rolecall.explain;

import dev.rolecall.space.Setting;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.ValueType;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as they stand in a sentence: words in quotes, unknown as "not known". */
final class Values {

  private Values() {}

  static String print(Attribute attribute, @Nullable Object value) {
    if (value == null) {
      return "not known";
    }
    boolean words =
        attribute.type() instanceof ValueType.OneOf || attribute.type() instanceof ValueType.Text;
    String printed = attribute.type().print(value);
    return words ? "\"" + printed + "\"" : printed;
  }

  /** {@code scope.teams were 3 and scope.systems were 1}, to complete "if …". */
  static String conditional(List<Setting> settings) {
    return settings.stream()
        .map(s -> s.attribute().path() + " were " + print(s.attribute(), s.value()))
        .collect(Collectors.joining(" and "));
  }
}
