package dev.rolecall.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolecall.explain.PrettyJson;
import dev.rolecall.record.Listing;
import dev.rolecall.record.Replayed;
import java.util.List;
import java.util.Locale;

/** What came of a replay as JSON: how many of each, and the first that are not identical. */
record ReplayJson(long decisions, long identical, long diverged, long cannot) {

  String write(List<Replayed.Diverged> firstDiverged, List<Replayed.Cannot> firstCannot) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("decisions", decisions);
    json.put("identical", identical);
    json.put("diverged", diverged);
    json.put("cannot", cannot);
    ArrayNode otherwise = json.putArray("divergedEntries");
    for (Replayed.Diverged one : firstDiverged) {
      ArrayNode differences = entry(one.decision(), otherwise).putArray("differences");
      one.differences().forEach(differences::add);
    }
    ArrayNode unanswered = json.putArray("cannotEntries");
    for (Replayed.Cannot one : firstCannot) {
      entry(one.decision(), unanswered)
          .put("reason", one.reason().name().toLowerCase(Locale.ROOT))
          .put("words", one.words());
    }
    return PrettyJson.of(json);
  }

  private static ObjectNode entry(Listing decision, ArrayNode into) {
    return into.addObject()
        .put("entry", decision.sequence())
        .put("id", decision.id().toString())
        .put("requisition", decision.about().requisition())
        .put("ruleset", decision.about().ruleset());
  }
}
