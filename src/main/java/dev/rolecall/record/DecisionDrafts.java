package dev.rolecall.record;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rolecall.decision.Advice;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.DecisionJson;
import dev.rolecall.decision.Envelope;
import dev.rolecall.decision.Finding;
import dev.rolecall.decision.Outcome;
import dev.rolecall.decision.Question;
import dev.rolecall.decision.Voice;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes drafts of the decisions of a ruleset; safe for any number of threads. Structure goes into
 * the body; texts of the situation, quotes and what rules said with values filled in go beside it.
 * What rules always say stays in the archived rules. {@link RecordedDecision} reads it back.
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
        listing, envelope.engine(), seal, json -> content(envelope.decision(), row, json));
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

  private static void content(Decision decision, @Nullable BatchRow row, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    if (row != null) {
      row.write(json);
    }
    json.writeFieldName("situation");
    DecisionJson.write(withoutWords(decision.situation()), json);
    json.writeFieldName("outcome");
    outcome(decision.outcome(), json);
    DecisionJson.write(decision.withoutInferred(), json);
    json.writeObjectFieldStart("voices");
    for (Voice voice : decision.voices()) {
      String state = voice.state().name();
      json.writeStringField(
          voice.dimension(), voice.leans() == null ? state : state + " " + voice.leans());
    }
    json.writeEndObject();
    json.writeFieldName("balance");
    DecisionJson.write(decision.balance(), json);
    json.writeArrayFieldStart("findings");
    for (Finding finding : decision.findings()) {
      finding(finding, json);
    }
    json.writeEndArray();
    advice("warnings", decision.warnings(), json);
    json.writeArrayFieldStart("questions");
    for (Question question : decision.questions()) {
      pair(question.about().path(), question.rule(), json);
    }
    json.writeEndArray();
    advice("suggestions", decision.suggestions(), json);
    json.writeStringField("meaning", decision.meaning());
    json.writeEndObject();
  }

  /** Values that somebody wrote are words, and so are the quotes of those that were inferred. */
  private static Situation withoutWords(Situation situation) {
    Situation.Builder bare = situation.change();
    for (Attribute attribute : situation.vocabulary().attributes()) {
      Answer answer = bare.get(attribute);
      if (DecisionWords.isText(attribute)) {
        bare.set(attribute, null);
      } else if (answer != null && answer.origin() == Origin.INFERRED) {
        bare.set(attribute, Answer.inferred(answer.value(), ""));
      }
    }
    return bare.build();
  }

  private static void outcome(Outcome outcome, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", outcome.kind().word());
    json.writeStringField("answer", outcome.answer());
    json.writeStringField("voicesOf", outcome.voicesOf());
    json.writeStringField("label", outcome.label());
    json.writeStringField("decidedBy", outcome.decidedBy());
    json.writeBooleanField("contested", outcome.contested());
    json.writeBooleanField("narrow", outcome.narrow());
    json.writeBooleanField("inferred", outcome.inferred());
    json.writeArrayFieldStart("rules");
    for (String rule : outcome.rules()) {
      json.writeString(rule);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** {@code [rule, leans, weight, path…]}: an entry has many, and keys would be half of it. */
  private static void finding(Finding finding, JsonGenerator json) throws IOException {
    json.writeStartArray();
    json.writeString(finding.rule());
    json.writeString(finding.leans());
    json.writeNumber(finding.weight());
    for (String path : finding.facts().keySet()) {
      json.writeString(path);
    }
    json.writeEndArray();
  }

  private static void advice(String name, List<Advice> all, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart(name);
    for (Advice advice : all) {
      pair(advice.kind(), advice.rule(), json);
    }
    json.writeEndArray();
  }

  private static void pair(String what, String rule, JsonGenerator json) throws IOException {
    json.writeStartArray();
    json.writeString(what);
    json.writeString(rule);
    json.writeEndArray();
  }
}
