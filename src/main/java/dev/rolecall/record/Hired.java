package dev.rolecall.record;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/**
 * What came of a requisition in the end.
 *
 * @param outcome the role that was hired for
 * @param by who says so; free text that may be empty, and so is the note
 */
public record Hired(String outcome, String by, String note) {

  public Draft draft(String decision, String requisition, UUID id, Instant at, Author author) {
    About about = About.requisition(decision, requisition).withOutcome(outcome);
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    ObjectNode words = JsonNodeFactory.instance.objectNode().put("by", by).put("note", note);
    return Draft.of(Kind.OUTCOME, id, at, author, about, nothing, words);
  }

  public static Hired read(Entry entry) {
    return new Hired(
        String.valueOf(entry.listing().about().outcome()), entry.word("by"), entry.word("note"));
  }
}
