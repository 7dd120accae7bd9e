package dev.rolecall.situation;

import dev.rolecall.document.Node;
import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a situation out of a document: {@code {"id": "REQ-1042", "scope": {"teams": 5}}}. Under
 * {@code inferred} stand the quotes of the values that were read out of a description, by path;
 * values named under {@code derived} are derived anew. What stands under {@code description} is for
 * others to read.
 */
public final class SituationReader {

  /** Keys that no fact may have as its name. */
  public static final List<String> RESERVED = List.of("id", "description", "inferred", "derived");

  private final Vocabulary vocabulary;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> derived = new HashSet<>();
  private final Set<Attribute> given = new HashSet<>();
  private Situation.Builder situation;

  private SituationReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.situation = Situation.of(vocabulary, "");
  }

  public static Result<Situation> read(Vocabulary vocabulary, Node document) {
    if (!(document instanceof Node.Fields fields)) {
      return Result.refused(
          document.at(),
          "found "
              + document.kind()
              + "; a situation is a group of fields like `scope: { teams: 5 }`");
    }
    return new SituationReader(vocabulary).situation(fields.fields());
  }

  /** The text of the posting that stands in a document, as it is written; empty where none does. */
  public static String description(Node document) {
    Node.Field field =
        document instanceof Node.Fields fields ? fields.fields().get("description") : null;
    return field != null && field.value() instanceof Node.Scalar text && text.value() != null
        ? text.text()
        : "";
  }

  private Result<Situation> situation(Map<String, Node.Field> fields) {
    if (fields.containsKey("id")) {
      situation = Situation.of(vocabulary, id(fields.get("id").value()));
    }
    if (fields.containsKey("description")) {
      description(fields.get("description").value(), problems);
    }
    if (fields.containsKey("derived")) {
      derived(fields.get("derived").value());
    }
    fields.forEach(
        (key, field) -> {
          if (!RESERVED.contains(key)) {
            entry(key, field);
          }
        });
    if (fields.containsKey("inferred")) {
      inferred(fields.get("inferred").value());
    }
    return Result.of(situation.build(), problems);
  }

  private static void description(Node node, List<Problem> problems) {
    if (!(node instanceof Node.Scalar)) {
      problems.add(new Problem(node.at(), "`description` is a text; found " + node.kind()));
    }
  }

  private String id(Node node) {
    if (node instanceof Node.Scalar scalar && !(scalar.value() instanceof Boolean)) {
      return scalar.value() == null ? "" : scalar.text().strip();
    }
    problem(node.at(), "`id` is a text or a number; found " + node.kind());
    return "";
  }

  private void derived(Node node) {
    if (!(node instanceof Node.Items list)) {
      problem(node.at(), "`derived` is a list of attributes; found " + node.kind());
      return;
    }
    for (Node item : list.items()) {
      if (item instanceof Node.Scalar scalar) {
        Attribute attribute = attribute(scalar.text(), item.at());
        if (attribute != null && attribute.derived().isEmpty()) {
          problem(item.at(), "`" + scalar.text() + "` is not derived from anything");
        }
        derived.add(scalar.text());
      } else {
        problem(item.at(), "`derived` is a list of attributes; found " + item.kind());
      }
    }
  }

  private void entry(String key, Node.Field field) {
    if (key.contains(".")) {
      Attribute attribute = attribute(key, field.at());
      if (attribute != null) {
        value(attribute, field.value());
      }
      return;
    }
    FactType fact =
        vocabulary.facts().stream().filter(f -> f.key().equals(key)).findFirst().orElse(null);
    if (fact == null) {
      List<String> keys = new ArrayList<>(vocabulary.facts().stream().map(FactType::key).toList());
      keys.addAll(List.of("id", "description"));
      problem(field.at(), "`" + key + "` is not known; " + Nearest.thereAre(key, keys));
    } else if (field.value() instanceof Node.Fields group) {
      group.fields().forEach((name, value) -> attributeOf(fact, name, value));
    } else if (!(field.value() instanceof Node.Scalar scalar && scalar.value() == null)) {
      problem(
          field.value().at(),
          "`"
              + key
              + "` is a group of fields ("
              + Nearest.list(fact.attributeNames())
              + "); found "
              + field.value().kind());
    }
  }

  private void attributeOf(FactType fact, String name, Node.Field field) {
    fact.attribute(name)
        .ifPresentOrElse(
            attribute -> value(attribute, field.value()),
            () ->
                problem(
                    field.at(),
                    "`"
                        + name
                        + "` is not an attribute of `"
                        + fact.key()
                        + "`; it has "
                        + Nearest.list(fact.attributeNames())
                        + Nearest.maybe(name, fact.attributeNames())));
  }

  private @Nullable Attribute attribute(String path, Place at) {
    Attribute attribute = vocabulary.attribute(path).orElse(null);
    if (attribute == null) {
      problem(at, "`" + path + "` is not an attribute" + Nearest.maybe(path, vocabulary.paths()));
    }
    return attribute;
  }

  private void value(Attribute attribute, Node node) {
    if (!(node instanceof Node.Scalar scalar)) {
      problem(
          node.at(),
          "`"
              + attribute.path()
              + "` is "
              + attribute.type().expectation()
              + "; found "
              + node.kind());
      return;
    }
    if (!given.add(attribute)) {
      problem(node.at(), "`" + attribute.path() + "` is given twice");
    }
    ValueReader.Reading reading = ValueReader.read(attribute.type(), scalar.value(), scalar.text());
    if (reading.problem() != null) {
      problem(node.at(), "`" + attribute.path() + "`: " + reading.problem());
    } else if (reading.value() != null && !derived.contains(attribute.path())) {
      situation.set(attribute, Answer.stated(reading.value()));
    }
  }

  private void inferred(Node node) {
    if (!(node instanceof Node.Fields quotes)) {
      problem(node.at(), "`inferred` names attributes with their quotes; found " + node.kind());
      return;
    }
    quotes
        .fields()
        .forEach(
            (path, quote) -> {
              Attribute attribute = attribute(path, quote.at());
              if (attribute == null) {
                return;
              }
              Answer stated = situation.get(attribute);
              if (stated == null) {
                problem(quote.at(), "`" + path + "` is called inferred but has no value");
              } else {
                String text = quote.value() instanceof Node.Scalar scalar ? scalar.text() : "";
                situation.set(attribute, Answer.inferred(stated.value(), text));
              }
            });
  }

  private void problem(Place at, String message) {
    problems.add(new Problem(at, message));
  }
}
