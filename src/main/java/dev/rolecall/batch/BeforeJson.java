package dev.rolecall.batch;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the record held of a row before, as fields beside its decision: {@code "remembered"}, {@code
 * "decidedByPerson"}, {@code "sinceLast"}; what there is nothing to say of is left out.
 */
final class BeforeJson {

  private BeforeJson() {}

  static void write(Before before, JsonGenerator json) throws IOException {
    if (!before.remembered().isEmpty()) {
      json.writeObjectFieldStart("remembered");
      for (Map.Entry<String, UUID> answer : before.remembered().entrySet()) {
        json.writeStringField(answer.getKey(), answer.getValue().toString());
      }
      json.writeEndObject();
    }
    if (before.word() != null) {
      word(before.word(), json);
    }
    if (before.since() != null) {
      since(before.since(), json);
    }
  }

  private static void word(PersonsWord word, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("decidedByPerson");
    json.writeStringField("answer", word.outcome());
    json.writeBooleanField("accepted", word.accepted());
    json.writeStringField("at", word.at().toString());
    json.writeStringField("reviewed", word.decision().toString());
    json.writeBooleanField("silences", word.silences());
    json.writeEndObject();
  }

  private static void since(Since since, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("sinceLast");
    json.writeStringField("is", since.kind().word());
    if (since.was() != null) {
      json.writeStringField("answerWas", since.was());
    }
    if (since.cause() != Since.Cause.NONE) {
      json.writeStringField("because", since.cause().words());
    }
    if (!since.facts().isEmpty()) {
      json.writeArrayFieldStart("facts");
      for (FactChange change : since.facts()) {
        json.writeStartObject();
        json.writeStringField("attribute", change.attribute().path());
        value("was", change.was(), json);
        value("is", change.is(), json);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void value(String name, @Nullable Object value, JsonGenerator json)
      throws IOException {
    json.writeFieldName(name);
    json.writePOJO(value);
  }
}
