package dev.rolecall.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.UUID;

/** Published versions as JSON, the oldest first. */
public final class PublicationsJson {

  private PublicationsJson() {}

  public static ArrayNode of(Publications publications, LocalDate today) {
    ArrayNode versions = JsonNodeFactory.instance.arrayNode();
    for (Publication version : publications.all()) {
      write(version, publications.state(version, today), versions.addObject());
    }
    return versions;
  }

  private static void write(Publication version, Publications.State state, ObjectNode json) {
    Publication.Statement said = version.statement();
    json.put("version", version.number());
    json.put("state", state.word());
    json.put("effective", said.effective().toString());
    json.put("publishedAt", version.at().toString());
    json.put("by", version.by());
    json.put("approvedBy", said.approvedBy());
    json.put("reference", said.reference());
    json.put("note", said.note());
    json.put("changed", said.changed());
    json.put("rules", said.checks().rules());
    json.put("cases", said.checks().cases());
    json.put("failed", said.checks().failed());
    json.put("warnings", said.checks().warnings());
    json.put("ruleset", version.ruleset());
    json.put("scenarios", version.scenarios().orElse(null));
    json.put("meaning", said.meaning());
    json.put("entry", version.entry().toString());
    json.put("rollbackOf", version.rollbackOf().map(UUID::toString).orElse(null));
  }
}
