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

/** Puts a situation together again: values out of the body, texts and quotes out of the words. */
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
        JsonNode value = group.path(attribute.name());
        if (!value.isMissingNode()) {
          situation.set(
              attribute,
              answer(
                  attribute,
                  value(attribute, value),
                  values.path("inferred").path(attribute.path()),
                  derived));
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

  private static Object value(Attribute attribute, JsonNode value) {
    ValueType type = attribute.type();
    if (type instanceof ValueType.WholeNumber) {
      return value.intValue();
    }
    if (type instanceof ValueType.Decimal) {
      return value.decimalValue();
    }
    return type instanceof ValueType.YesNo ? (Object) value.booleanValue() : value.asText();
  }
}
