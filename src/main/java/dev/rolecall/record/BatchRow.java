package dev.rolecall.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row of a batch that a decision was made for; in the content of its entry {@code
 * "row":[17,2,5]}.
 *
 * @param place among all rows of the batch as they are read, refused ones too; from 1
 * @param file the number of the input, from 1
 * @param number of the row in its file, as messages name it
 */
public record BatchRow(UUID batch, long place, int file, int number) {

  private static final String NAME = "row";

  /** Of a decision's entry; null where it was not made in a batch. */
  public static @Nullable BatchRow of(Entry entry) {
    UUID batch = entry.listing().batch();
    if (batch == null) {
      return null;
    }
    JsonNode row = entry.content().path(NAME);
    return new BatchRow(batch, row.path(0).asLong(), row.path(1).asInt(), row.path(2).asInt());
  }

  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart(NAME);
    json.writeNumber(place);
    json.writeNumber(file);
    json.writeNumber(number);
    json.writeEndArray();
  }
}
