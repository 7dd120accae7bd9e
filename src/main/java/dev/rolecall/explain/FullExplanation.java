package dev.rolecall.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolecall.decision.Decision;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Situation;
import dev.rolecall.space.Change;
import dev.rolecall.space.OpenQuestions;
import dev.rolecall.space.Space;
import dev.rolecall.space.WhatIf;
import dev.rolecall.vocabulary.Attribute;
import java.util.List;

/**
 * All that there is to say of a decision beyond itself: why, which open answers could change it,
 * and the smallest changes that would.
 */
public record FullExplanation(Why why, OpenQuestions.Found open, WhatIf.Found whatIf) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** How far the smallest changes are searched for. */
  private static final int MOST_ATTRIBUTES = 3;

  private static final long MOST_TRIES = 1_000_000;

  public static FullExplanation of(Ruleset ruleset, Decision decision) {
    Space space = Space.of(ruleset.rulebook());
    Situation situation = decision.situation();
    return new FullExplanation(
        Why.of(ruleset, situation),
        OpenQuestions.of(ruleset, space, situation),
        WhatIf.search(ruleset, space, situation, List.of(), false, MOST_ATTRIBUTES, MOST_TRIES));
  }

  /** An envelope of the decision, as JSON on one line, with the explanation behind it. */
  public String with(String envelope) {
    try {
      ObjectNode json = (ObjectNode) MAPPER.readTree(envelope);
      json.set("explanation", json());
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not an envelope: " + envelope, e);
    }
  }

  private ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    WhyJson.write(why, json.putObject("why"));
    ArrayNode could = json.putArray("couldChange");
    for (OpenQuestions.Open one : open.couldChange()) {
      could.addObject().put("attribute", one.attribute().path()).put("share", one.share());
    }
    ArrayNode cannot = json.putArray("cannotChange");
    open.cannotChange().stream().map(Attribute::path).forEach(cannot::add);
    json.put("proven", open.proven());
    ObjectNode changes = json.putObject("whatIf");
    changes.put("attributes", whatIf.attributes());
    changes.put("complete", whatIf.complete());
    ArrayNode each = changes.putArray("changes");
    whatIf.changes().forEach(c -> change(c, each.addObject()));
    return json;
  }

  private static void change(Change change, ObjectNode json) {
    json.put("outcome", change.outcome());
    ObjectNode values = json.putObject("values");
    change
        .values()
        .forEach((attribute, value) -> values.set(attribute.path(), WhyJson.value(value)));
  }
}
