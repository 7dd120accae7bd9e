package dev.rolecall.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row of a batch that a decision was made for; in the content of its entry {@code
 * "row":[17,2,5]}, and where it was remembered {@code "remembered":{"scope.teams":ID}}.
 *
 * @param place among all rows of the batch as they are read, refused ones too; from 1
 * @param file the number of the input, from 1
 * @param number of the row in its file, as messages name it
 * @param remembered answers that the row itself does not hold: for which decision each was stated,
 *     by path
 */
public record BatchRow(UUID batch, long place, int file, int number, Map<String, UUID> remembered) {

  private static final String NAME = "row";
  private static final String REMEMBERED = "remembered";

  public BatchRow(UUID batch, long place, int file, int number) {
    this(batch, place, file, number, Map.of());
  }

  /** Of a decision's entry; null where it was not made in a batch. */
  public static @Nullable BatchRow of(Entry entry) {
    UUID batch = entry.listing().batch();
    if (batch == null) {
      return null;
    }
    JsonNode content = entry.content();
    JsonNode row = content.path(NAME);
    return new BatchRow(
        batch, row.path(0).asLong(), row.path(1).asInt(), row.path(2).asInt(), remembered(content));
  }

  static Map<String, UUID> remembered(JsonNode content) {
    Map<String, UUID> remembered = new LinkedHashMap<>();
    content
        .path(REMEMBERED)
        .properties()
        .forEach(e -> remembered.put(e.getKey(), UUID.fromString(e.getValue().asText())));
    return remembered;
  }

  /** The same row of which this is remembered. */
  public BatchRow remembering(Map<String, UUID> answers) {
    return new BatchRow(batch, place, file, number, answers);
  }

  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart(NAME);
    json.writeNumber(place);
    json.writeNumber(file);
    json.writeNumber(number);
    json.writeEndArray();
    if (!remembered.isEmpty()) {
      json.writeObjectFieldStart(REMEMBERED);
      for (Map.Entry<String, UUID> answer : remembered.entrySet()) {
        json.writeStringField(answer.getKey(), answer.getValue().toString());
      }
      json.writeEndObject();
    }
  }
}
