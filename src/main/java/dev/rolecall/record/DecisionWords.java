package dev.rolecall.record;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rolecall.decision.Advice;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.DecisionJson;
import dev.rolecall.decision.Finding;
import dev.rolecall.decision.Outcome;
import dev.rolecall.rule.Verb;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.ValueType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The free text of a decision: {@code {"situation": {…}, "quotes": {…}, "texts": […]}}. Texts of
 * the situation with their origin, the quotes of other inferred values by path, and what rules said
 * with values filled in, in the order of outcome, findings, warnings, suggestions.
 */
final class DecisionWords {

  private final Situation texts;
  private final Map<String, String> quotes = new TreeMap<>();
  private final List<String> said = new ArrayList<>();
  private boolean some;

  DecisionWords(Decision decision, RuleTexts rules) {
    Situation situation = decision.situation();
    Situation.Builder own = Situation.of(situation.vocabulary(), "");
    for (Attribute attribute : situation.vocabulary().attributes()) {
      situation.answer(attribute).ifPresent(answer -> add(attribute, answer, own));
    }
    this.texts = own.build();
    say(decision, rules);
    some |= !said.isEmpty();
  }

  /** Whether a value was written by somebody, rather than chosen. */
  static boolean isText(Attribute attribute) {
    return attribute.type() instanceof ValueType.Text;
  }

  private void add(Attribute attribute, Answer answer, Situation.Builder own) {
    if (isText(attribute)) {
      own.set(attribute, answer);
      some = true;
    } else if (answer.origin() == Origin.INFERRED) {
      quotes.put(attribute.path(), Objects.requireNonNullElse(answer.quote(), ""));
      some = true;
    }
  }

  private void say(Decision decision, RuleTexts rules) {
    Outcome outcome = decision.outcome();
    say(outcome.because(), rules.constant(outcome.kind(), outcome.answer(), outcome.rules()));
    for (Finding finding : decision.findings()) {
      say(finding.because(), rules.constant(finding.rule(), Verb.LEANS, finding.leans()));
    }
    for (Advice warning : decision.warnings()) {
      say(warning.text(), rules.constant(warning.rule(), Verb.WARN, warning.kind()));
    }
    for (Advice suggestion : decision.suggestions()) {
      say(suggestion.text(), rules.constant(suggestion.rule(), Verb.SUGGEST, suggestion.kind()));
    }
  }

  private void say(String text, Optional<String> constant) {
    if (constant.isEmpty()) {
      said.add(text);
    } else if (!constant.get().equals(text)) {
      throw new IllegalArgumentException("no rule of the decision says: " + text);
    }
  }

  boolean isEmpty() {
    return !some;
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeFieldName("situation");
    DecisionJson.write(texts, json);
    if (!quotes.isEmpty()) {
      json.writeObjectFieldStart("quotes");
      for (Map.Entry<String, String> quote : quotes.entrySet()) {
        json.writeStringField(quote.getKey(), quote.getValue());
      }
      json.writeEndObject();
    }
    json.writeArrayFieldStart("texts");
    for (String text : said) {
      json.writeString(text);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
