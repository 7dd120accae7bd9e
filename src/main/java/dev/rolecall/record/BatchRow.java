package dev.rolecall.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row of a batch that a decision was made for; in the content of its entry {@code
 * "row":[2,17]}. Rows of one batch are in the order in which they are read.
 *
 * @param file the number of the input, from 1
 * @param number the row as {@code Row} of the intake counts it
 */
public record BatchRow(UUID batch, int file, int number) {

  private static final String NAME = "row";

  /** Of a decision's entry; null where it was not made in a batch. */
  public static @Nullable BatchRow of(Entry entry) {
    UUID batch = entry.listing().batch();
    JsonNode row = entry.content().path(NAME);
    return batch == null ? null : new BatchRow(batch, row.path(0).asInt(), row.path(1).asInt());
  }

  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart(NAME);
    json.writeNumber(file);
    json.writeNumber(number);
    json.writeEndArray();
  }

  public boolean isBefore(BatchRow other) {
    return file < other.file || (file == other.file && number < other.number);
  }
}
