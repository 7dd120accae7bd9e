package dev.rolecall.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.rolecall.ruleset.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in the record.
 *
 * @param body the line of JSON that was hashed
 * @param hash SHA-256 of the body
 * @param salt what was hashed before the words; null where there are no words, or no more
 * @param words the free text of the entry as JSON; null where there is none, or no more
 */
public record Entry(
    Listing listing, String body, String hash, @Nullable String salt, @Nullable String words) {

  static final String COLUMNS = Columns.ALL + ", e.body, e.hash, e.salt, e.words";

  /** How many of the columns are not those of the register. */
  static final int MORE = 4;

  /** Made when the first entry is read; who only appends needs none. */
  private static final class Reader {
    static final JsonMapper MAPPER =
        JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
  }

  static Entry of(ResultSet row) throws SQLException {
    int first = Columns.COUNT + 1;
    return new Entry(
        Columns.get(row),
        row.getString(first),
        row.getString(first + 1),
        row.getString(first + 2),
        row.getString(first + 3));
  }

  /** The body, read. */
  public JsonNode json() {
    return read(body);
  }

  /** What the entry says; its shape is that of its kind. */
  public JsonNode content() {
    return json().path("content");
  }

  /** The free text, read; a missing node where there is none, or no more. */
  public JsonNode text() {
    return words == null ? MissingNode.getInstance() : read(words);
  }

  /** One text of the words; empty where nobody said it, and a sign where it was removed. */
  public String word(String name) {
    return redacted() ? RecordedDecisions.REMOVED : text().path(name).asText();
  }

  /** The versions of what made it, by name, in order. */
  public Map<String, String> engine() {
    Map<String, String> engine = new LinkedHashMap<>();
    json().path("engine").properties().forEach(e -> engine.put(e.getKey(), e.getValue().asText()));
    return engine;
  }

  /** Whether there were words that were removed. */
  public boolean redacted() {
    return words == null && json().has("seal");
  }

  /**
   * Whether the body gives its hash, says what the register says, and seals the words; nothing is
   * said of its place in the chain.
   */
  public boolean holds() {
    if (!Sha256.of(body).equals(hash)) {
      return false;
    }
    try {
      Body.Header header = Body.header(body);
      return header.listing().equals(listing)
          && (words == null
              || new Sealed(String.valueOf(salt), words).seal().equals(header.seal()));
    } catch (IllegalArgumentException e) {
      return false; // somebody else wrote it
    }
  }

  /** Whether its body names this one as the entry before. */
  public boolean follows(Head before) {
    return body.startsWith(Body.start(before));
  }

  private JsonNode read(String line) {
    try {
      return tree(line);
    } catch (JsonProcessingException e) {
      throw new RecordTrouble(
          "entry " + listing.sequence(), "it cannot be read; `rolecall audit verify` says more", e);
    }
  }

  static JsonNode tree(String line) throws JsonProcessingException {
    return Reader.MAPPER.readTree(line);
  }
}
