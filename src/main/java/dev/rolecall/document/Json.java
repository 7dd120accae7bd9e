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

/**
 * Reads JSON (RFC 8259) into {@link Node}s; a key given twice is refused. Nesting ends at {@value
 * #DEEPEST} levels. What is in memory at once, a document or an item of a list, has bounds too.
 */
public final class Json {

  static final int DEEPEST = 64;

  private static final int MOST_NODES = 1_000_000;
  private static final long LONGEST = 64L * 1024 * 1024;

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
   */
  public static Values values(String file, Reader text) throws IOException {
    return new Values(file, FACTORY.createParser(text));
  }

  /**
   * A pass over the values of a text; memory holds one at a time. After a problem nothing more can
   * be read.
   */
  public static final class Values implements AutoCloseable {
    private final Reading reading;
    private boolean started;
    private boolean inList;
    private boolean broken;

    private Values(String file, JsonParser parser) {
      this.reading = new Reading(parser, file, 0);
    }

    /** The next value or what is wrong with the text, or null at its end. */
    public @org.jspecify.annotations.Nullable Result<Node> next() throws IOException {
      if (broken) {
        return null;
      }
      try {
        JsonToken token = reading.parser.nextToken();
        if (!started) {
          started = true;
          inList = token == JsonToken.START_ARRAY;
          token = inList ? reading.parser.nextToken() : token;
        }
        if (inList && token == JsonToken.END_ARRAY) {
          inList = false;
          if (reading.parser.nextToken() == null) {
            return null;
          }
          broken = true;
          return Result.refused(reading.here(), "something follows after the end of the list");
        }
        return token == null ? null : Result.ok(reading.whole());
      } catch (TooMuch e) {
        broken = true;
        return Result.refused(reading.here(), TooMuch.WORDS);
      } catch (JsonProcessingException e) {
        broken = true;
        Problem problem = problem(reading.file, 0, e);
        return Result.refused(problem.at(), problem.message() + "; nothing after it can be read");
      }
    }

    @Override
    public void close() throws IOException {
      reading.parser.close();
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
      nodes = 0;
      began = parser.currentLocation().getCharOffset();
      return value();
    }

    private Node value() throws IOException {
      Place at = here();
      nodes++;
      if (nodes > MOST_NODES || parser.currentLocation().getCharOffset() - began > LONGEST) {
        throw new TooMuch();
      }
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
