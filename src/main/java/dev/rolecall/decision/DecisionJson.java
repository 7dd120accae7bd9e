package dev.rolecall.decision;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a decision as JSON, keys in a fixed order: the same decision is the same bytes. */
public final class DecisionJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private DecisionJson() {}

  /** On one line, without spaces. */
  public static String write(Decision decision) {
    StringWriter text = new StringWriter(4_096);
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      write(decision, json);
    } catch (IOException e) {
      throw new AssertionError("memory cannot fail to be written", e);
    }
    return text.toString();
  }

  /** {@code {"id": …, "at": …, "recorded": …, "engine": …, "decision": …}} on one line. */
  public static String write(Envelope envelope) {
    StringWriter text = new StringWriter(4_096);
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("id", envelope.id().toString());
      json.writeStringField("at", envelope.at().truncatedTo(ChronoUnit.MILLIS).toString());
      json.writeBooleanField("recorded", envelope.recorded());
      json.writeObjectFieldStart("engine");
      for (Map.Entry<String, String> part : envelope.engine().entrySet()) {
        json.writeStringField(part.getKey(), part.getValue());
      }
      json.writeEndObject();
      json.writeFieldName("decision");
      write(envelope.decision(), json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new AssertionError("memory cannot fail to be written", e);
    }
    return text.toString();
  }

  public static void write(Decision decision, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", decision.name());
    json.writeFieldName("situation");
    write(decision.situation(), json);
    json.writeFieldName("outcome");
    outcome(decision.outcome(), json);
    write(decision.withoutInferred(), json);
    json.writeArrayFieldStart("voices");
    for (Voice voice : decision.voices()) {
      json.writeStartObject();
      json.writeStringField("dimension", voice.dimension());
      json.writeStringField("state", voice.state().name());
      json.writeStringField("leans", voice.leans());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeFieldName("balance");
    write(decision.balance(), json);
    json.writeArrayFieldStart("findings");
    for (Finding finding : decision.findings()) {
      finding(finding, json);
    }
    json.writeEndArray();
    advice("warnings", "kind", decision.warnings(), json);
    json.writeArrayFieldStart("questions");
    for (Question question : decision.questions()) {
      json.writeStartObject();
      json.writeStringField("attribute", question.about().path());
      json.writeStringField("question", question.about().question());
      json.writeStringField("rule", question.rule());
      json.writeEndObject();
    }
    json.writeEndArray();
    advice("suggestions", "topic", decision.suggestions(), json);
    json.writeStringField("ruleset", decision.ruleset());
    json.writeStringField("meaning", decision.meaning());
    json.writeEndObject();
  }

  /** As a situation is read: an input made of it leads to the same decision. */
  public static void write(Situation situation, JsonGenerator json) throws IOException {
    json.writeStartObject();
    if (!situation.id().isEmpty()) {
      json.writeStringField("id", situation.id());
    }
    List<String> derived = new ArrayList<>();
    List<Attribute> inferred = new ArrayList<>();
    for (FactType fact : situation.vocabulary().facts()) {
      boolean open = false;
      for (Attribute attribute : fact.attributes()) {
        Answer answer = situation.answer(attribute).orElse(null);
        if (answer != null) {
          if (!open) {
            json.writeObjectFieldStart(fact.key());
            open = true;
          }
          json.writeFieldName(attribute.name());
          value(answer.value(), json);
          if (answer.origin() == Origin.DERIVED) {
            derived.add(attribute.path());
          } else if (answer.origin() == Origin.INFERRED) {
            inferred.add(attribute);
          }
        }
      }
      if (open) {
        json.writeEndObject();
      }
    }
    if (!inferred.isEmpty()) {
      json.writeObjectFieldStart("inferred");
      for (Attribute attribute : inferred) {
        json.writeStringField(attribute.path(), situation.answer(attribute).orElseThrow().quote());
      }
      json.writeEndObject();
    }
    if (!derived.isEmpty()) {
      json.writeArrayFieldStart("derived");
      for (String path : derived) {
        json.writeString(path);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
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
    json.writeStringField("because", outcome.because());
    json.writeArrayFieldStart("rules");
    for (String rule : outcome.rules()) {
      json.writeString(rule);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** As the field {@code withoutInferred}; none where nothing was inferred. */
  public static void write(@Nullable WithoutInferred without, JsonGenerator json)
      throws IOException {
    if (without != null) {
      json.writeObjectFieldStart("withoutInferred");
      json.writeStringField("kind", without.kind().word());
      json.writeStringField("answer", without.answer());
      json.writeEndObject();
    }
  }

  public static void write(Balance balance, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("leader", balance.leader());
    json.writeNumberField("margin", balance.margin());
    json.writeNumberField("times", balance.times());
    json.writeNumberField("speaking", balance.speaking());
    json.writeNumberField("split", balance.split());
    json.writeNumberField("leaderVoices", balance.leaderVoices());
    json.writeNumberField("runnerUpVoices", balance.runnerUpVoices());
    json.writeEndObject();
  }

  private static void finding(Finding finding, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", finding.rule());
    json.writeStringField("dimension", finding.dimension());
    json.writeStringField("leans", finding.leans());
    json.writeNumberField("weight", finding.weight());
    json.writeStringField("because", finding.because());
    json.writeObjectFieldStart("facts");
    for (Map.Entry<String, Object> fact : finding.facts().entrySet()) {
      json.writeFieldName(fact.getKey());
      value(fact.getValue(), json);
    }
    json.writeEndObject();
    json.writeStringField("at", finding.at());
    json.writeEndObject();
  }

  private static void advice(String name, String kind, List<Advice> all, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Advice advice : all) {
      json.writeStartObject();
      json.writeStringField(kind, advice.kind());
      json.writeStringField("label", advice.label());
      json.writeStringField("text", advice.text());
      json.writeStringField("rule", advice.rule());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void value(Object value, JsonGenerator json) throws IOException {
    if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof BigDecimal number) {
      json.writeNumber(number.toPlainString());
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else {
      json.writeString((String) value);
    }
  }
}
