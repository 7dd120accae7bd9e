package dev.rolecall.document;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML 1.2 into {@link Node}s: anchors and aliases are resolved, {@code NO} is a text, a key
 * given twice is refused. A document unfolds to at most {@value #LARGEST} values, so that aliases
 * of aliases end.
 */
public final class Yaml {

  private static final int LARGEST = 200_000;

  /** Reading a number takes the square of its length. */
  private static final int LONGEST_NUMBER = 1_000;

  /** In characters: a long text takes the square of its length, in steps of this. */
  private static final int BUFFER = 65_536;

  private Yaml() {}

  /** The documents of a text, in order. */
  public static Result<List<Node>> read(String file, String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setLabel(file)
            .setParseComments(false)
            .setAllowNonScalarKeys(true)
            .setBufferSize(BUFFER)
            .build();
    Reading reading = new Reading(file);
    try {
      List<Node> documents = new ArrayList<>();
      for (org.snakeyaml.engine.v2.nodes.Node root :
          new Compose(settings).composeAllFromString(text)) {
        documents.add(reading.value(root));
      }
      return Result.of(documents, reading.problems);
    } catch (MarkedYamlEngineException e) {
      return Result.refused(
          reading.place(e.getProblemMark()), "this is not valid YAML: " + plain(e.getProblem()));
    } catch (ReaderException e) {
      return Result.refused(
          place(file, text, e.getPosition()),
          "this is not valid YAML: a control character stands here");
    } catch (StackOverflowError e) {
      return Result.refused(Place.of(file), "this is not valid YAML: " + TooDeep.WORDS);
    } catch (TooLarge | TooDeep e) {
      return Result.refused(Place.of(file), "this is not valid YAML: " + e.getMessage());
    } catch (YamlEngineException e) {
      return Result.refused(
          Place.of(file), "this is not valid YAML: " + plain(String.valueOf(e.getMessage())));
    }
  }

  /** The parser's words without those that only its own programmers understand. */
  private static String plain(String message) {
    if (message.contains("(TAB)")) {
      return "a tab stands where only spaces may";
    }
    if (message.contains("aliases") && message.contains("exceeds")) {
      return "it repeats itself by too many aliases";
    }
    return message.contains("code points") ? "it is larger than 3 million characters" : message;
  }

  /** The parser counts in whole characters, of which some take two places. */
  private static Place place(String file, String text, int characters) {
    int at =
        text.offsetByCodePoints(0, Math.min(characters, text.codePointCount(0, text.length())));
    String before = text.substring(0, at);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return Place.of(file, line, at - before.lastIndexOf('\n'));
  }

  private static final class TooDeep extends RuntimeException {
    static final String WORDS =
        "it is nested deeper than " + Json.DEEPEST + " levels, or holds itself";

    TooDeep() {
      super(WORDS);
    }
  }

  private static final class TooLarge extends RuntimeException {
    TooLarge() {
      super("it unfolds to more than " + LARGEST + " values");
    }
  }

  private static final class Reading {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private int values;
    private int depth;

    Reading(String file) {
      this.file = file;
    }

    Place place(Optional<Mark> mark) {
      return mark.map(m -> Place.of(file, m.getLine() + 1, m.getColumn() + 1))
          .orElse(Place.of(file));
    }

    Node value(org.snakeyaml.engine.v2.nodes.Node node) {
      if (++values > LARGEST) {
        throw new TooLarge();
      }
      if (depth >= Json.DEEPEST) {
        throw new TooDeep();
      }
      depth++;
      try {
        return valueOf(node);
      } finally {
        depth--;
      }
    }

    private Node valueOf(org.snakeyaml.engine.v2.nodes.Node node) {
      Place at = place(node.getStartMark());
      if (node instanceof MappingNode mapping) {
        return fields(at, mapping);
      }
      if (node instanceof SequenceNode sequence) {
        return new Node.Items(at, sequence.getValue().stream().map(this::value).toList());
      }
      ScalarNode scalar = (ScalarNode) node;
      return new Node.Scalar(at, scalar(scalar), scalar.getValue());
    }

    private Node fields(Place at, MappingNode mapping) {
      Map<String, Node.Field> fields = new LinkedHashMap<>();
      for (NodeTuple tuple : mapping.getValue()) {
        Place keyAt = place(tuple.getKeyNode().getStartMark());
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
          problems.add(new Problem(keyAt, "a key must be a single word or text"));
        } else if (fields.put(key.getValue(), new Node.Field(keyAt, value(tuple.getValueNode())))
            != null) {
          problems.add(new Problem(keyAt, "`" + key.getValue() + "` is given twice"));
        }
      }
      return new Node.Fields(at, fields);
    }

    private static @Nullable Object scalar(ScalarNode node) {
      String text = node.getValue();
      Tag tag = node.getTag();
      if (tag.equals(Tag.NULL)) {
        return null;
      }
      if (tag.equals(Tag.BOOL)) {
        String truth = text.toLowerCase(java.util.Locale.ROOT);
        return truth.equals("true") || truth.equals("false") ? Boolean.valueOf(truth) : text;
      }
      if (text.length() > LONGEST_NUMBER) {
        return text;
      }
      try {
        if (tag.equals(Tag.INT)) {
          BigInteger whole = new BigInteger(text);
          return whole.bitLength() < 32 ? (Object) whole.intValue() : whole;
        }
        return tag.equals(Tag.FLOAT) ? (Object) new BigDecimal(text) : text;
      } catch (NumberFormatException e) {
        return text; // 0x1F, 0o17, .inf: no number that a questionnaire means
      }
    }
  }
}
