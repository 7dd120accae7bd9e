package dev.rolecall.record;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/**
 * A person's last word on a decision. It is an entry of its own; the decision stays as it was.
 *
 * @param outcome the decision's own where it is accepted
 * @param by who says so; free text, and so is the reason: it may be empty where it is accepted
 */
public record Review(boolean accepted, String outcome, String by, String reason) {

  public Draft draft(Listing decision, UUID id, Instant at, Author author) {
    About about = About.entry(decision).withOutcome(outcome);
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.put("verdict", accepted ? "accept" : "override");
    ObjectNode words = JsonNodeFactory.instance.objectNode().put("by", by).put("reason", reason);
    return Draft.of(Kind.REVIEW, id, at, author, about, content, words);
  }

  public static Review read(Entry entry) {
    return new Review(
        entry.content().path("verdict").asText().equals("accept"),
        String.valueOf(entry.listing().about().outcome()),
        entry.word("by"),
        entry.word("reason"));
  }
}
