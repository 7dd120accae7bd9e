package dev.rolecall.record;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rolecall.decision.Advice;
import dev.rolecall.decision.Balance;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.DecisionJson;
import dev.rolecall.decision.Finding;
import dev.rolecall.decision.Outcome;
import dev.rolecall.decision.Question;
import dev.rolecall.decision.State;
import dev.rolecall.decision.Voice;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a decision's entry: its structure, without words. What is null, false, zero, empty
 * or silent is left out, and {@link RecordedDecisions} reads it so.
 */
final class DecisionContent {

  private DecisionContent() {}

  static void write(Decision decision, @Nullable BatchRow row, JsonGenerator json)
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
    if (!decision.voices().isEmpty()) {
      voices(decision.voices(), json);
      balance(decision.balance(), json);
    }
    if (!decision.findings().isEmpty()) {
      json.writeArrayFieldStart("findings");
      for (Finding finding : decision.findings()) {
        finding(finding, json);
      }
      json.writeEndArray();
    }
    advice("warnings", decision.warnings(), json);
    if (!decision.questions().isEmpty()) {
      json.writeArrayFieldStart("questions");
      for (Question question : decision.questions()) {
        pair(question.about().path(), question.rule(), json);
      }
      json.writeEndArray();
    }
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
    text("answer", outcome.answer(), json);
    text("voicesOf", outcome.voicesOf(), json);
    text("label", outcome.label(), json);
    text("decidedBy", outcome.decidedBy(), json);
    mark("contested", outcome.contested(), json);
    mark("narrow", outcome.narrow(), json);
    mark("inferred", outcome.inferred(), json);
    json.writeArrayFieldStart("rules");
    for (String rule : outcome.rules()) {
      json.writeString(rule);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void voices(List<Voice> voices, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("voices");
    for (Voice voice : voices) {
      if (voice.state() != State.SILENT) {
        String state = voice.state().name();
        json.writeStringField(
            voice.dimension(), voice.leans() == null ? state : state + " " + voice.leans());
      }
    }
    json.writeEndObject();
  }

  private static void balance(Balance balance, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("balance");
    text("leader", balance.leader(), json);
    number("margin", balance.margin(), json);
    number("times", balance.times(), json);
    number("speaking", balance.speaking(), json);
    number("split", balance.split(), json);
    number("leaderVoices", balance.leaderVoices(), json);
    number("runnerUpVoices", balance.runnerUpVoices(), json);
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
    if (!all.isEmpty()) {
      json.writeArrayFieldStart(name);
      for (Advice advice : all) {
        pair(advice.kind(), advice.rule(), json);
      }
      json.writeEndArray();
    }
  }

  private static void pair(String what, String rule, JsonGenerator json) throws IOException {
    json.writeStartArray();
    json.writeString(what);
    json.writeString(rule);
    json.writeEndArray();
  }

  private static void text(String name, @Nullable String value, JsonGenerator json)
      throws IOException {
    if (value != null && !value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }

  private static void number(String name, int value, JsonGenerator json) throws IOException {
    if (value != 0) {
      json.writeNumberField(name, value);
    }
  }

  private static void mark(String name, boolean value, JsonGenerator json) throws IOException {
    if (value) {
      json.writeBooleanField(name, true);
    }
  }
}
