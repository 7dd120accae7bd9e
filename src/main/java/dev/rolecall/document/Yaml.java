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
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads YAML 1.2 into {@link Node}s: anchors and aliases are resolved, {@code NO} is a text, a key
 * given twice is refused. A document unfolds to at most {@value #LARGEST} values, so that aliases
 * of aliases end.
 */
public final class Yaml {

  private static final int LARGEST = 200_000;

  private Yaml() {}

  /** The documents of a text, in order. */
  public static Result<List<Node>> read(String file, String text) {
    LoadSettings settings = LoadSettings.builder().setLabel(file).setParseComments(false).build();
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
          reading.place(e.getProblemMark()), "this is not valid YAML: " + e.getProblem());
    } catch (TooLarge | YamlEngineException e) {
      return Result.refused(Place.of(file), "this is not valid YAML: " + e.getMessage());
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
        return Boolean.valueOf(text.toLowerCase(java.util.Locale.ROOT));
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
