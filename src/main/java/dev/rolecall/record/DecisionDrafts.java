package dev.rolecall.record;

import dev.rolecall.decision.Advice;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Envelope;
import dev.rolecall.ruleset.Ruleset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes drafts of the decisions of a ruleset; safe for any number of threads. Structure goes into
 * the body; texts of the situation, quotes and what rules said with values filled in go beside it.
 * What rules always say stays in the archived rules. {@link RecordedDecisions} reads it back.
 */
public final class DecisionDrafts {

  private final Archived archived;
  private final RuleTexts texts;

  private DecisionDrafts(Archived archived, RuleTexts texts) {
    this.archived = archived;
    this.texts = texts;
  }

  /**
   * @throws IllegalArgumentException if the vocabulary says {@code @record(none)}: nobody may keep
   *     such a decision, so asking for it is a bug
   */
  public static DecisionDrafts of(Ruleset ruleset) {
    if (!ruleset.vocabulary().recorded()) {
      throw new IllegalArgumentException(
          ruleset.vocabulary().decision() + " is never recorded: @record(none)");
    }
    return new DecisionDrafts(
        new Archived(ruleset.hash(), ruleset.vocabulary().decision(), ruleset.files().all()),
        new RuleTexts(ruleset.rulebook()));
  }

  /**
   * @param envelope the decision as it is given, by this ruleset
   * @param row where it stands in its batch; null where it is not one of many
   */
  public Draft draft(Envelope envelope, Author author, @Nullable BatchRow row) {
    Decision decision = envelope.decision();
    String words = words(decision);
    Sealed sealed = words == null ? null : Sealed.of(words);
    Listing listing = listing(envelope, author, row);
    String tail = tail(listing, envelope, Sealed.sealOf(sealed), row);
    return new Draft(listing, tail, sealed, List.of(archived), List.of());
  }

  /**
   * Whether an entry holds this decision, whenever and by whomever it was made.
   *
   * @param row of the entry
   */
  public boolean isKeptIn(Entry entry, @Nullable BatchRow row, Decision decision) {
    Listing kept = entry.listing();
    Envelope envelope = new Envelope(kept.id(), kept.at(), entry.engine(), decision);
    Listing listing = listing(envelope, kept.author(), row);
    String tail = tail(listing, envelope, seal(entry, decision), row);
    return entry.body().endsWith(tail.substring(1));
  }

  /** What the words would be sealed with; where they were removed, nobody knows them any more. */
  private @Nullable String seal(Entry entry, Decision decision) {
    if (entry.redacted()) {
      return entry.json().path("seal").asText();
    }
    String words = words(decision);
    return words == null ? null : new Sealed(String.valueOf(entry.salt()), words).seal();
  }

  private @Nullable String words(Decision decision) {
    DecisionWords words = new DecisionWords(decision, texts);
    return words.isEmpty() ? null : Body.line(words::write);
  }

  private Listing listing(Envelope envelope, Author author, @Nullable BatchRow row) {
    Decision decision = envelope.decision();
    if (!decision.ruleset().equals(archived.hash())) {
      throw new IllegalArgumentException("a decision of other rules: " + decision.ruleset());
    }
    return new Listing(
        0,
        envelope.id(),
        row == null ? null : row.batch(),
        Kind.DECISION,
        Body.precise(envelope.at()),
        author,
        about(decision));
  }

  private static String tail(
      Listing listing, Envelope envelope, @Nullable String seal, @Nullable BatchRow row) {
    return Body.tail(
        listing,
        envelope.engine(),
        seal,
        json -> DecisionContent.write(envelope.decision(), row, json));
  }

  private static About about(Decision decision) {
    String id = decision.situation().id();
    return new About(
        decision.name(),
        id.isEmpty() ? null : id,
        decision.outcome().word(),
        decision.warnings().stream().map(Advice::kind).distinct().toList(),
        decision.ruleset(),
        null);
  }
}
