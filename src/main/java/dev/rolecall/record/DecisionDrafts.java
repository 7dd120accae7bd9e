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
import java.util.UUID;
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
        new Archived(ruleset.hash(), ruleset.files()), new RuleTexts(ruleset.rulebook()));
  }

  /**
   * @param envelope the decision as it is given, by this ruleset
   * @param batch null where it is not one of many
   */
  public Draft draft(Envelope envelope, Author author, @Nullable UUID batch) {
    Decision decision = envelope.decision();
    if (!decision.ruleset().equals(archived.hash())) {
      throw new IllegalArgumentException("a decision of other rules: " + decision.ruleset());
    }
    Listing listing =
        new Listing(
            0,
            envelope.id(),
            batch,
            Kind.DECISION,
            Body.precise(envelope.at()),
            author,
            about(decision));
    DecisionWords words = new DecisionWords(decision, texts);
    Sealed sealed = words.isEmpty() ? null : Sealed.of(Body.line(words::write));
    String tail = Body.tail(listing, envelope.engine(), sealed, json -> content(decision, json));
    return new Draft(listing, tail, sealed, archived, List.of());
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

  private static void content(Decision decision, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeFieldName("situation");
    DecisionJson.write(withoutWords(decision.situation()), json);
    json.writeFieldName("outcome");
    outcome(decision.outcome(), json);
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
