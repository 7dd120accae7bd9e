package dev.rolecall.document;

import dev.rolecall.problem.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a document and where it stands. */
public sealed interface Node {

  Place at();

  /** What a person would call it: "a number", "a list". */
  String kind();

  /**
   * @param value a {@link String}, {@link Boolean}, {@link Number} (Integer, Long, BigInteger or
   *     BigDecimal), or null
   * @param text as it was written, so that an id keeps its leading zeros
   */
  record Scalar(Place at, @Nullable Object value, String text) implements Node {
    @Override
    public String kind() {
      if (value == null) {
        return "nothing";
      }
      return value instanceof String
          ? "a text"
          : value instanceof Boolean ? "true or false" : "a number";
    }
  }

  record Items(Place at, List<Node> items) implements Node {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Keys in the order of the text, each with the place of the key itself. */
  record Fields(Place at, Map<String, Field> fields) implements Node {
    @Override
    public String kind() {
      return "a group of fields";
    }

    /** These fields with the other's laid over them, key by key, groups merged. */
    public Fields overlaidBy(Fields other) {
      Map<String, Field> merged = new LinkedHashMap<>(fields);
      other.fields.forEach(
          (key, field) -> {
            Field below = merged.get(key);
            merged.put(key, below != null ? below.overlaidBy(field) : field);
          });
      return new Fields(other.at, merged);
    }
  }

  record Field(Place at, Node value) {

    Field overlaidBy(Field other) {
      return value instanceof Fields below && other.value instanceof Fields above
          ? new Field(other.at, below.overlaidBy(above))
          : other;
    }
  }
}
