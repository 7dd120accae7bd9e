package dev.rolecall.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.DecisionJson;
import dev.rolecall.space.Setting;
import dev.rolecall.vocabulary.Attribute;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why and why not as JSON; what is not there is null or empty, never left out. */
final class WhyJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private WhyJson() {}

  static String write(Why why) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("decision", decision(why.decision()));
    write(why, json);
    return PrettyJson.of(json);
  }

  /** All but the decision itself. */
  static void write(Why why, ObjectNode json) {
    accounts(json.putArray("decidedBy"), why.deciding());
    ArrayNode warnings = json.putArray("warnings");
    for (Why.Warning warning : why.warnings()) {
      ObjectNode entry = warnings.addObject();
      entry.put("kind", warning.advice().kind());
      entry.put("text", warning.advice().text());
      account(entry.putObject("rule"), warning.account());
    }
    ArrayNode dimensions = json.putArray("dimensions");
    why.dimensions().forEach(d -> dimension(dimensions.addObject(), d));
    ArrayNode against = json.putArray("against");
    why.against().forEach(d -> against.add(d.voice().dimension()));
    ArrayNode inferred = json.putArray("inferred");
    for (Why.Inferred one : why.inferred()) {
      ObjectNode entry = inferred.addObject();
      entry.put("attribute", one.attribute().path());
      entry.set("value", value(one.answer().value()));
      entry.put("quote", one.answer().quote());
    }
    ArrayNode withoutEffect = json.putArray("withoutEffect");
    why.withoutEffect().stream().map(Attribute::path).forEach(withoutEffect::add);
  }

  static String write(WhyNot whyNot) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("decision", decision(whyNot.decision()));
    json.put("whyNot", whyNot.outcome().orElse(null));
    accounts(json.putArray("rules"), whyNot.rules());
    ArrayNode dimensions = json.putArray("dimensions");
    for (WhyNot.Dimension dimension : whyNot.dimensions()) {
      ObjectNode entry = dimensions.addObject();
      entry.put("dimension", dimension.voice().dimension());
      entry.put("state", dimension.voice().state().name());
      entry.put("leans", dimension.voice().leans());
      accounts(entry.putArray("rules"), dimension.rules());
    }
    return PrettyJson.of(json);
  }

  private static JsonNode decision(Decision decision) {
    try {
      return MAPPER.readTree(DecisionJson.write(decision));
    } catch (JsonProcessingException e) {
      throw new AssertionError("a decision is written as JSON", e);
    }
  }

  private static void dimension(ObjectNode entry, Why.Dimension dimension) {
    entry.put("dimension", dimension.voice().dimension());
    entry.put("state", dimension.voice().state().name());
    entry.put("leans", dimension.voice().leans());
    ArrayNode findings = entry.putArray("findings");
    for (Why.Found found : dimension.findings()) {
      ObjectNode finding = findings.addObject();
      finding.put("leans", found.finding().leans());
      finding.put("weight", found.finding().weight());
      finding.put("because", found.finding().because());
      account(finding.putObject("rule"), found.account());
    }
  }

  private static void accounts(ArrayNode entries, List<Account> accounts) {
    accounts.forEach(a -> account(entries.addObject(), a));
  }

  private static void account(ObjectNode entry, Account account) {
    entry.put("id", account.rule().id());
    entry.put("sentence", account.rule().sentence());
    entry.put("at", account.at());
    entry.put("speaks", account.speaks());
    clauses(entry.putArray("conditions"), account.conditions());
    if (account.needed().isEmpty()) {
      entry.putNull("needed");
      return;
    }
    ArrayNode needed = entry.putArray("needed");
    account.needed().get().forEach(s -> setting(needed.addObject(), s));
  }

  private static void clauses(ArrayNode entries, List<Clause> clauses) {
    for (Clause clause : clauses) {
      ObjectNode entry = entries.addObject();
      entry.put("condition", clause.words());
      entry.put("standing", clause.standing().words());
      entry.put("attribute", clause.attribute().map(Attribute::path).orElse(null));
      entry.set("actual", value(clause.actual()));
      entry.put("now", clause.now());
      clause
          .nearest()
          .ifPresentOrElse(
              s -> setting(entry.putObject("nearest"), s), () -> entry.putNull("nearest"));
      entry.put("parts", clause.join().name().toLowerCase(Locale.ROOT));
      clauses(entry.putArray("conditions"), clause.parts());
    }
  }

  private static void setting(ObjectNode entry, Setting setting) {
    entry.put("attribute", setting.attribute().path());
    entry.set("value", value(setting.value()));
  }

  static JsonNode value(@Nullable Object value) {
    if (value instanceof Integer number) {
      return JsonNodeFactory.instance.numberNode(number);
    }
    if (value instanceof BigDecimal number) {
      return JsonNodeFactory.instance.numberNode(number);
    }
    return value instanceof Boolean truth
        ? JsonNodeFactory.instance.booleanNode(truth)
        : value == null
            ? JsonNodeFactory.instance.nullNode()
            : JsonNodeFactory.instance.textNode(value.toString());
  }
}
