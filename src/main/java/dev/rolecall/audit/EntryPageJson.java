package dev.rolecall.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.DecisionJson;
import dev.rolecall.explain.PrettyJson;
import dev.rolecall.record.Entry;
import dev.rolecall.record.Listing;
import dev.rolecall.record.Publication;

/** The page of an entry as JSON; what is not there is null or empty, never left out. */
final class EntryPageJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private EntryPageJson() {}

  static String write(EntryPage page) {
    ObjectNode json = entry(page.entry());
    EntryPage.Decided decided = page.decided();
    json.set("decision", decided == null ? null : decision(decided.decision()));
    ArrayNode published = json.putArray("published");
    page.published().forEach(p -> published(p, published.addObject()));
    ArrayNode afterwards = json.putArray("afterwards");
    page.afterwards().forEach(e -> afterwards.add(entry(e)));
    ArrayNode others = json.putArray("otherDecisions");
    page.others().forEach(l -> others.add(l.sequence()));
    json.put("removedBy", page.removal().map(Listing::sequence).orElse(null));
    json.put("holds", page.holds());
    ArrayNode broken = json.putArray("broken");
    page.broken().forEach(b -> broken.add(b.words()));
    return PrettyJson.of(json);
  }

  private static ObjectNode entry(Entry entry) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("entry", entry.listing().sequence());
    json.put("hash", entry.hash());
    json.set("body", entry.json());
    json.set("words", entry.words() == null ? null : entry.text());
    json.put("salt", entry.salt());
    return json;
  }

  private static void published(Publication version, ObjectNode json) {
    json.put("version", version.number());
    json.put("at", version.at().toString());
    json.put("by", version.by());
    json.put("effective", version.statement().effective().toString());
    json.put("approvedBy", version.statement().approvedBy());
    json.put("reference", version.statement().reference());
    json.put("note", version.statement().note());
  }

  private static JsonNode decision(Decision decision) {
    try {
      return MAPPER.readTree(DecisionJson.write(decision));
    } catch (JsonProcessingException e) {
      throw new AssertionError("a decision is written as JSON", e);
    }
  }
}
