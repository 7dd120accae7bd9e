package dev.rolecall.batch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolecall.explain.PrettyJson;
import java.util.Collection;
import java.util.TreeMap;

/** An impact as JSON; of the cases that change, the worst {@value Impact#KEPT}. */
final class ImpactJson {

  private ImpactJson() {}

  static String write(Impact impact, String was, String now) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("before").put("name", was).put("ruleset", impact.before().hash());
    json.putObject("after").put("name", now).put("ruleset", impact.after().hash());
    json.put("meaningChanged", impact.difference().meaning());
    json.put("inShort", impact.difference().inShort());
    json.put("rows", impact.rows());
    json.put("unread", impact.unread());
    json.put("readByOne", impact.readByOne());
    json.put("flipped", impact.flipped());
    ObjectNode kinds = json.putObject("kinds");
    for (Flip flip : Flip.values()) {
      kinds.put(flip.word(), impact.count(flip));
    }
    ObjectNode outcomes = json.putObject("outcomes");
    impact.outcomes().forEach((from, to) -> to.forEach(outcomes.putObject(from)::put));
    ObjectNode causes = json.putObject("causes");
    new TreeMap<>(impact.causes()).forEach(causes::put);
    ArrayNode cases = json.putArray("cases");
    impact.worst().forEach(moved -> write(moved, cases.addObject()));
    return PrettyJson.of(json);
  }

  private static void write(Impact.Moved moved, ObjectNode entry) {
    entry.put("id", moved.id());
    entry.put("heading", moved.heading());
    entry.put("at", moved.row());
    entry.put("change", moved.flip().word());
    entry.put("before", moved.before());
    entry.put("after", moved.after());
    list(moved.appeared(), entry.putArray("appeared"));
    list(moved.gone(), entry.putArray("gone"));
    list(moved.causes(), entry.putArray("causes"));
  }

  private static void list(Collection<String> words, ArrayNode into) {
    words.forEach(into::add);
  }
}
