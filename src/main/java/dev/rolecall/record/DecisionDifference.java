package dev.rolecall.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.DecisionJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which fields of their JSON two decisions differ. The hash of the meaning is left out: a later
 * version may reckon it otherwise, and it is not part of the answer.
 */
final class DecisionDifference {

  /** What tells the elements of a list apart. */
  private static final List<String> KEYS =
      List.of("dimension", "rule", "leans", "kind", "topic", "attribute");

  private final List<String> differences = new ArrayList<>();

  private DecisionDifference() {}

  /** A sentence for each; none where the two read the same. */
  static List<String> between(Decision given, Decision now) {
    DecisionDifference difference = new DecisionDifference();
    difference.compare("", tree(given), tree(now));
    return difference.differences;
  }

  private static JsonNode tree(Decision decision) {
    try {
      return ((ObjectNode) Entry.tree(DecisionJson.write(decision))).without("meaning");
    } catch (JsonProcessingException e) {
      throw new AssertionError("written a line above", e);
    }
  }

  private void compare(String path, JsonNode given, JsonNode now) {
    if (given.equals(now)) {
      return;
    }
    if (given.isObject() && now.isObject()) {
      compare(path + (path.isEmpty() ? "" : "."), fields(given), fields(now));
    } else if (hasKeys(given) && hasKeys(now)) {
      int before = differences.size();
      compare(path + ": ", elements(given), elements(now));
      if (differences.size() == before) {
        differences.add(path + " stand in another order");
      }
    } else {
      differences.add(path + changed(given, now));
    }
  }

  private static String changed(JsonNode given, JsonNode now) {
    if (given.isMissingNode()) {
      return " was not there" + (now.isValueNode() ? ", is " + shown(now) : " before");
    }
    if (now.isMissingNode()) {
      return (given.isValueNode() ? " was " + shown(given) + "," : "") + " is not there any more";
    }
    return " was " + shown(given) + ", is " + shown(now);
  }

  private void compare(String prefix, Map<String, JsonNode> given, Map<String, JsonNode> now) {
    Set<String> names = new LinkedHashSet<>(given.keySet());
    names.addAll(now.keySet());
    JsonNode missing = MissingNode.getInstance();
    for (String name : names) {
      compare(prefix + name, given.getOrDefault(name, missing), now.getOrDefault(name, missing));
    }
  }

  private static Map<String, JsonNode> fields(JsonNode object) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    return fields;
  }

  private static boolean hasKeys(JsonNode list) {
    return list.isArray() && (list.isEmpty() || list.path(0).isObject());
  }

  private static Map<String, JsonNode> elements(JsonNode list) {
    Map<String, JsonNode> elements = new LinkedHashMap<>();
    for (JsonNode element : list) {
      List<String> key =
          KEYS.stream()
              .map(element::path)
              .filter(JsonNode::isTextual)
              .map(JsonNode::asText)
              .toList();
      String name = String.join(" ", key);
      int more = 2;
      while (elements.containsKey(name)) {
        name = String.join(" ", key) + " (" + more++ + ")";
      }
      elements.put(name, element);
    }
    return elements;
  }

  private static String shown(JsonNode value) {
    return value.isNull() ? "empty" : "`" + (value.isTextual() ? value.asText() : value) + "`";
  }
}
