package dev.rolecall.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.Constant;
import dev.rolecall.vocabulary.EnumType;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.ValueType;
import dev.rolecall.vocabulary.Vocabulary;

/**
 * The JSON Schema (2020-12) of a situation, for editors, forms and other programs. It describes the
 * form that Rolecall itself writes; the reader forgives more ({@code "yes"} for true, a label for
 * its constant), and never less.
 */
public final class SituationSchema {

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final String TYPE = "type";
  private static final String NULL = "null";
  private static final String TITLE = "title";
  private static final String DESCRIPTION = "description";

  /** With a dash, which no enum has in its name. */
  private static final String PATH = "attribute-path";

  private final Vocabulary vocabulary;
  private final ObjectNode definitions = JsonNodeFactory.instance.objectNode();

  private SituationSchema(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  public static String of(Vocabulary vocabulary) {
    return PrettyJson.of(new SituationSchema(vocabulary).schema());
  }

  private ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$schema", DIALECT);
    schema.put("$id", "urn:rolecall:situation:" + vocabulary.decision());
    schema.put(TITLE, "A situation of the decision " + vocabulary.decision());
    schema.put(
        DESCRIPTION,
        "What is known of one case. An attribute that is null or missing is not known.");
    schema.put(TYPE, "object");
    ObjectNode properties = schema.putObject("properties");
    id(properties.putObject("id"));
    text(properties.putObject(DESCRIPTION));
    vocabulary.facts().forEach(fact -> fact(properties.putObject(fact.key()), fact));
    inferred(properties.putObject("inferred"));
    derived(properties.putObject("derived"));
    schema.put("additionalProperties", false);
    schema.set("$defs", definitions);
    return schema;
  }

  private static void id(ObjectNode id) {
    id.put(DESCRIPTION, "What the case is called elsewhere.");
    id.putArray(TYPE).add("string").add("number").add(NULL);
  }

  private static void text(ObjectNode text) {
    text.put(
        DESCRIPTION,
        "The text of the posting, plain or HTML. Answers are read out of it where none is given.");
    text.putArray(TYPE).add("string").add(NULL);
  }

  private void fact(ObjectNode schema, FactType fact) {
    schema.put(TITLE, fact.title());
    schema.putArray(TYPE).add("object").add(NULL);
    ObjectNode properties = schema.putObject("properties");
    fact.attributes().forEach(a -> attribute(properties.putObject(a.name()), a));
    schema.put("additionalProperties", false);
  }

  private void attribute(ObjectNode schema, Attribute attribute) {
    String description = description(attribute);
    if (!description.isEmpty()) {
      schema.put(DESCRIPTION, description);
    }
    type(schema, attribute.type());
  }

  private static String description(Attribute attribute) {
    String derived =
        attribute
            .derived()
            .map(d -> "Where nobody states it, it follows from " + d.from() + ".")
            .orElse("");
    return (attribute.question() + " " + derived).strip();
  }

  private void type(ObjectNode schema, ValueType type) {
    if (type instanceof ValueType.WholeNumber number) {
      schema.putArray(TYPE).add("integer").add(NULL);
      schema.put("minimum", number.least()).put("maximum", number.most());
    } else if (type instanceof ValueType.Decimal number) {
      schema.putArray(TYPE).add("number").add(NULL);
      if (number.least() != null) {
        schema.put("minimum", number.least());
      }
      if (number.most() != null) {
        schema.put("maximum", number.most());
      }
    } else if (type instanceof ValueType.YesNo) {
      schema.putArray(TYPE).add("boolean").add(NULL);
    } else if (type instanceof ValueType.OneOf choice) {
      schema.put("$ref", "#/$defs/" + choice.type().name());
      choices(choice.type());
    } else {
      schema.putArray(TYPE).add("string").add(NULL);
    }
  }

  /** The constants by name, each with its label as the title, as forms show it. */
  private void choices(EnumType type) {
    ObjectNode schema = definitions.putObject(type.name());
    schema.putArray(TYPE).add("string").add(NULL);
    ArrayNode choices = schema.putArray("oneOf");
    for (Constant constant : type.constants()) {
      choices.addObject().put("const", constant.name()).put(TITLE, constant.label());
    }
    choices.addObject().put(TYPE, NULL).put(TITLE, "not known");
  }

  private void inferred(ObjectNode schema) {
    schema.put(
        DESCRIPTION,
        "The values that were read out of a description: for each path the sentence that says so.");
    schema.put(TYPE, "object");
    schema.putObject("propertyNames").put("$ref", "#/$defs/" + PATH);
    schema.putObject("additionalProperties").put(TYPE, "string");
  }

  private void derived(ObjectNode schema) {
    schema.put(
        DESCRIPTION,
        "The paths whose values followed from others; they are derived anew when this is read.");
    schema.put(TYPE, "array");
    schema.putObject("items").put("$ref", "#/$defs/" + PATH);
    ArrayNode paths = definitions.putObject(PATH).putArray("enum");
    vocabulary.paths().forEach(paths::add);
  }
}
