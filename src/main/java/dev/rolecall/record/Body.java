package dev.rolecall.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The line of JSON that is hashed. Its keys have one order: {@code sequence}, {@code previous},
 * {@code id}, {@code batch}, {@code kind}, {@code at}, {@code actor}, {@code channel}, {@code
 * engine}, {@code decision}, {@code requisition}, {@code outcome}, {@code warnings}, {@code
 * ruleset}, {@code subject}, {@code seal}, {@code content}; what there is nothing to say of is left
 * out.
 */
final class Body {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** Most lines are shorter. */
  private static final int LINE = 4_096;

  private Body() {}

  /** Writes one value. */
  interface Content {
    void write(JsonGenerator json) throws IOException;
  }

  /** What stands before the content. */
  record Header(Listing listing, String previous, @Nullable String seal) {}

  static Instant precise(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS);
  }

  /** All but the two fields that depend on the place in the chain. */
  static String tail(
      Listing listing, Map<String, String> engine, @Nullable String seal, Content content) {
    return line(json -> tail(listing, engine, seal, content, json));
  }

  private static void tail(
      Listing listing,
      Map<String, String> engine,
      @Nullable String seal,
      Content content,
      JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", listing.id().toString());
    optional("batch", listing.batch(), json);
    json.writeStringField("kind", listing.kind().word());
    json.writeStringField("at", listing.at().toString());
    json.writeStringField("actor", listing.author().actor());
    json.writeStringField("channel", listing.author().channel());
    json.writeObjectFieldStart("engine");
    for (Map.Entry<String, String> part : engine.entrySet()) {
      json.writeStringField(part.getKey(), part.getValue());
    }
    json.writeEndObject();
    about(listing.about(), json);
    optional("seal", seal, json);
    json.writeFieldName("content");
    content.write(json);
    json.writeEndObject();
  }

  /** A value on one line. */
  static String line(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(LINE);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      content.write(json);
    } catch (IOException e) {
      throw new AssertionError("memory cannot fail to be written", e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void about(About about, JsonGenerator json) throws IOException {
    optional("decision", about.decision(), json);
    optional("requisition", about.requisition(), json);
    optional("outcome", about.outcome(), json);
    if (!about.warnings().isEmpty()) {
      json.writeArrayFieldStart("warnings");
      for (String warning : about.warnings()) {
        json.writeString(warning);
      }
      json.writeEndArray();
    }
    optional("ruleset", about.ruleset(), json);
    optional("subject", about.subject(), json);
  }

  private static void optional(String name, @Nullable Object value, JsonGenerator json)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value.toString());
    }
  }

  static String in(Head previous, String tail) {
    return start(previous) + tail.substring(1);
  }

  /** How the body of the entry begins that stands behind this one. */
  static String start(Head previous) {
    return "{\"sequence\":"
        + (previous.sequence() + 1)
        + ",\"previous\":\""
        + previous.hash()
        + "\",";
  }

  /**
   * Reads what stands before the content.
   *
   * @throws IllegalArgumentException if it is no body
   */
  static Header header(String body) {
    Map<String, String> fields = new HashMap<>();
    List<String> warnings = new ArrayList<>();
    try (JsonParser json = FACTORY.createParser(body)) {
      json.nextToken();
      for (String name = json.nextFieldName();
          name != null && !name.equals("content");
          name = json.nextFieldName()) {
        JsonToken value = json.nextToken();
        if (value == JsonToken.START_ARRAY) {
          while (json.nextToken() == JsonToken.VALUE_STRING) {
            warnings.add(json.getText());
          }
        } else if (value == JsonToken.START_OBJECT) {
          json.skipChildren();
        } else {
          fields.put(name, json.getText());
        }
      }
      return header(fields, warnings);
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("not the body of an entry", e);
    }
  }

  private static Header header(Map<String, String> fields, List<String> warnings) {
    About about =
        new About(
            fields.get("decision"),
            fields.get("requisition"),
            fields.get("outcome"),
            warnings,
            fields.get("ruleset"),
            uuid(fields.get("subject")));
    Listing listing =
        new Listing(
            Long.parseLong(needed("sequence", fields)),
            UUID.fromString(needed("id", fields)),
            uuid(fields.get("batch")),
            Kind.of(needed("kind", fields)).orElseThrow(),
            Instant.parse(needed("at", fields)),
            new Author(needed("actor", fields), needed("channel", fields)),
            about);
    return new Header(listing, needed("previous", fields), fields.get("seal"));
  }

  private static String needed(String name, Map<String, String> fields) {
    String value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return value;
  }

  static @Nullable UUID uuid(@Nullable String text) {
    return text == null ? null : UUID.fromString(text);
  }
}
