package dev.rolecall.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) into {@link Node}s; a key given twice is refused. Nesting ends at {@value
 * #DEEPEST} levels. What is in memory at once, a document or an item of a list, has bounds too.
 */
public final class Json {

  static final int DEEPEST = 64;

  private static final int MOST_NODES = 1_000_000;
  private static final long LONGEST = 64L * 1024 * 1024;

  /** Behind so many, the rest of a list comes in pieces, and half of the bounds is left for one. */
  private static final int MANY_NODES = MOST_NODES / 2;

  private static final long LONG = LONGEST / 2;

  public static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private Json() {}

  /** The one document of a text; more after it is refused. Lines count from {@code firstLine}. */
  public static Result<Node> read(String file, int firstLine, String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      Reading reading = new Reading(parser, file, firstLine - 1);
      if (parser.nextToken() == null) {
        return Result.refused(
            Place.of(file, firstLine, 0), "there is nothing in it; a JSON object is expected");
      }
      Node node = reading.whole();
      if (parser.nextToken() != null) {
        return Result.refused(reading.here(), "something follows after the end of the JSON value");
      }
      return Result.ok(node);
    } catch (TooMuch e) {
      return Result.refused(Place.of(file, firstLine, 0), TooMuch.WORDS);
    } catch (JsonProcessingException e) {
      return Result.refused(List.of(problem(file, firstLine - 1, e)));
    } catch (IOException e) {
      throw new AssertionError("a text in memory cannot fail to be read", e);
    }
  }

  /**
   * The values of a file one after another: the items of a list, or whatever values follow each
   * other.
   *
   * @param inPieces whether an object that is long may come in pieces, asked with the beginning of
   *     it: what is left of its lists comes item by item then
   */
  public static Values values(String file, Reader text, Predicate<Node.Fields> inPieces)
      throws IOException {
    return new Values(file, FACTORY.createParser(text), inPieces);
  }

  /**
   * A pass over the values of a text; memory holds one at a time. After a problem nothing more can
   * be read.
   */
  public static final class Values implements AutoCloseable {
    private final Reading reading;
    private final JsonParser parser;
    private final Predicate<Node.Fields> inPieces;
    private boolean started;
    private boolean inList;
    private boolean broken;
    private boolean cameInPieces;

    /** Within an object that comes in pieces, and within a list of it. */
    private boolean inObject;

    private boolean inItsList;

    private Values(String file, JsonParser parser, Predicate<Node.Fields> inPieces) {
      this.reading = new Reading(parser, file, 0);
      this.parser = parser;
      this.inPieces = inPieces;
    }

    /** Whether an object was so long that it came in pieces, up to now. */
    public boolean cameInPieces() {
      return cameInPieces;
    }

    /** The next value or what is wrong with the text, or null at its end. */
    public @Nullable Result<Node> next() throws IOException {
      if (broken) {
        return null;
      }
      try {
        Node piece = inObject ? piece() : null;
        return piece == null ? value() : Result.ok(piece);
      } catch (TooMuch e) {
        broken = true;
        return Result.refused(reading.here(), TooMuch.WORDS);
      } catch (JsonProcessingException e) {
        broken = true;
        Problem problem = problem(reading.file, 0, e);
        return Result.refused(problem.at(), problem.message() + "; nothing after it can be read");
      }
    }

    private @Nullable Result<Node> value() throws IOException {
      JsonToken token = parser.nextToken();
      if (!started) {
        started = true;
        inList = token == JsonToken.START_ARRAY;
        token = inList ? parser.nextToken() : token;
      }
      if (inList && token == JsonToken.END_ARRAY) {
        inList = false;
        if (parser.nextToken() == null) {
          return null;
        }
        broken = true;
        return Result.refused(reading.here(), "something follows after the end of the list");
      }
      if (token == null) {
        return null;
      }
      return Result.ok(
          token == JsonToken.START_OBJECT && !inList ? objectOrBeginning() : reading.whole());
    }

    private Node objectOrBeginning() throws IOException {
      reading.begin();
      Map<String, Node.Field> fields = new LinkedHashMap<>();
      Node.Fields object = new Node.Fields(reading.here(), fields);
      boolean whole = true;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        Place keyAt = reading.here();
        if (parser.nextToken() != JsonToken.START_ARRAY) {
          fields.put(key, new Node.Field(keyAt, reading.value()));
          continue;
        }
        reading.count();
        List<Node> items = new ArrayList<>();
        fields.put(key, new Node.Field(keyAt, new Node.Items(reading.here(), items)));
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(reading.value());
          if (whole && reading.isLong()) {
            if (inPieces.test(object)) {
              cameInPieces = true;
              inObject = true;
              inItsList = true;
              return object;
            }
            whole = false;
          }
        }
      }
      return object;
    }

    /** The next item of the lists of an object, or its next field that is none; null at its end. */
    private @Nullable Node piece() throws IOException {
      JsonToken token = parser.nextToken();
      while (token == JsonToken.FIELD_NAME
          || token == JsonToken.END_ARRAY
          || token == JsonToken.START_ARRAY && !inItsList) {
        inItsList = token == JsonToken.START_ARRAY;
        token = parser.nextToken();
      }
      inObject = token != JsonToken.END_OBJECT;
      return inObject ? reading.whole() : null;
    }

    @Override
    public void close() throws IOException {
      parser.close();
    }
  }

  private static Problem problem(String file, int linesBefore, JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    Place place =
        at == null
            ? Place.of(file)
            : Place.of(file, linesBefore + at.getLineNr(), at.getColumnNr());
    return new Problem(place, JsonWords.of(e.getOriginalMessage()));
  }

  /** A value does not fit into memory. */
  private static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;

    static final String WORDS =
        "this holds more than 1 million values or 64 million characters, more than is read at once;"
            + " a bare list of cases, or JSON Lines, is read one after another";
  }

  private static final class Reading {
    private final JsonParser parser;
    private final String file;
    private final int linesBefore;
    private int nodes;
    private long began;

    Reading(JsonParser parser, String file, int linesBefore) {
      this.parser = parser;
      this.file = file;
      this.linesBefore = linesBefore;
    }

    Place here() {
      JsonLocation at = parser.currentTokenLocation();
      return Place.of(file, linesBefore + at.getLineNr(), at.getColumnNr());
    }

    /** The value that starts here. */
    Node whole() throws IOException {
      begin();
      return value();
    }

    /** From here on it is counted what is held. */
    void begin() {
      nodes = 0;
      began = parser.currentLocation().getCharOffset();
    }

    boolean isLong() {
      return nodes > MANY_NODES || length() > LONG;
    }

    private long length() {
      return parser.currentLocation().getCharOffset() - began;
    }

    /** Counts a value that is held. */
    void count() throws TooMuch {
      nodes++;
      if (nodes > MOST_NODES || length() > LONGEST) {
        throw new TooMuch();
      }
    }

    Node value() throws IOException {
      Place at = here();
      count();
      return switch (parser.currentToken()) {
        case START_OBJECT -> fields(at);
        case START_ARRAY -> items(at);
        case VALUE_STRING -> new Node.Scalar(at, parser.getText(), parser.getText());
        case VALUE_NUMBER_INT -> new Node.Scalar(at, parser.getNumberValue(), parser.getText());
        case VALUE_NUMBER_FLOAT -> new Node.Scalar(at, decimal(), parser.getText());
        case VALUE_TRUE, VALUE_FALSE ->
            new Node.Scalar(at, parser.getBooleanValue(), parser.getText());
        default -> new Node.Scalar(at, null, parser.getText());
      };
    }

    /** A number beyond all numbers, like 1e99999999999, is left as the text it is. */
    private Object decimal() throws IOException {
      try {
        return new BigDecimal(parser.getText());
      } catch (NumberFormatException e) {
        return parser.getText();
      }
    }

    private Node fields(Place at) throws IOException {
      Map<String, Node.Field> fields = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        Place keyAt = here();
        parser.nextToken();
        fields.put(key, new Node.Field(keyAt, value()));
      }
      return new Node.Fields(at, fields);
    }

    private Node items(Place at) throws IOException {
      List<Node> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(value());
      }
      return new Node.Items(at, items);
    }
  }
}
