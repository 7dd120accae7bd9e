package dev.rolecall.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rolecall.situation.Situation;
import dev.rolecall.space.Gist;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.Map;
import java.util.UUID;

/** A recorded decision as a later one looks back at it, whatever has become of its rules. */
public final class EarlierDecision {

  private final Entry entry;
  private final JsonNode content;

  /**
   * @param entry of a decision
   */
  public EarlierDecision(Entry entry) {
    this.entry = entry;
    this.content = entry.content();
  }

  public Listing listing() {
    return entry.listing();
  }

  /** What its rules meant; rules of the same meaning decide the same. */
  public String meaning() {
    return content.path("meaning").asText();
  }

  /** What a person would act on. */
  public Gist gist() {
    JsonNode outcome = content.path("outcome");
    return new Gist(
        String.valueOf(entry.listing().about().outcome()),
        outcome.path("contested").asBoolean(),
        outcome.path("narrow").asBoolean(),
        outcome.path("inferred").asBoolean(),
        entry.listing().about().warnings().stream().distinct().sorted().toList());
  }

  /**
   * What was known, as far as a vocabulary of today can say it: an attribute that is gone, or a
   * value that is no longer allowed, is left out.
   */
  public Situation situation(Vocabulary today) {
    return RecordedSituation.read(today, content, entry.text());
  }

  /** Whether its texts were removed since. */
  public boolean isRedacted() {
    return entry.redacted();
  }

  /** For which decision an answer was first stated that this one remembered, by path. */
  public Map<String, UUID> remembered() {
    return BatchRow.remembered(content);
  }
}
