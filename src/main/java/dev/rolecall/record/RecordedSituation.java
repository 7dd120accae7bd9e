package dev.rolecall.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.ValueType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts a situation together again: values out of the body, texts and quotes out of the words. What
 * the vocabulary does not know or allow is left out.
 */
final class RecordedSituation {

  private final Vocabulary vocabulary;
  private final JsonNode quotes;
  private final Situation.Builder situation;

  private RecordedSituation(Vocabulary vocabulary, String id, JsonNode quotes) {
    this.vocabulary = vocabulary;
    this.quotes = quotes;
    this.situation = Situation.of(vocabulary, id);
  }

  static Situation read(Vocabulary vocabulary, JsonNode content, JsonNode words) {
    JsonNode values = content.path("situation");
    RecordedSituation reading =
        new RecordedSituation(vocabulary, values.path("id").asText(), words.path("quotes"));
    reading.lay(values);
    reading.lay(words.path("situation"));
    return reading.situation.build();
  }

  private void lay(JsonNode values) {
    Set<String> derived = new HashSet<>();
    values.path("derived").forEach(path -> derived.add(path.asText()));
    for (FactType fact : vocabulary.facts()) {
      JsonNode group = values.path(fact.key());
      for (Attribute attribute : fact.attributes()) {
        Object value = value(attribute, group.path(attribute.name()));
        if (value != null && attribute.type().allows(value)) {
          situation.set(
              attribute,
              answer(attribute, value, values.path("inferred").path(attribute.path()), derived));
        }
      }
    }
  }

  private Answer answer(Attribute attribute, Object value, JsonNode inferred, Set<String> derived) {
    if (derived.contains(attribute.path())) {
      return Answer.derived(value);
    }
    return inferred.isMissingNode()
        ? Answer.stated(value)
        : Answer.inferred(value, quotes.path(attribute.path()).asText(inferred.asText()));
  }

  /** Null where there is none of the type; the vocabulary may be a later one. */
  private static @Nullable Object value(Attribute attribute, JsonNode value) {
    ValueType type = attribute.type();
    if (type instanceof ValueType.WholeNumber) {
      return value.isInt() ? value.intValue() : null;
    }
    if (type instanceof ValueType.Decimal) {
      return value.isNumber() ? value.decimalValue() : null;
    }
    if (type instanceof ValueType.YesNo) {
      return value.isBoolean() ? value.booleanValue() : null;
    }
    return value.textValue();
  }
}
