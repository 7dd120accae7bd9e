package dev.rolecall.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rolecall.decision.Advice;
import dev.rolecall.decision.Balance;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Finding;
import dev.rolecall.decision.Outcome;
import dev.rolecall.decision.Question;
import dev.rolecall.decision.State;
import dev.rolecall.decision.Voice;
import dev.rolecall.decision.WithoutInferred;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.rule.Verb;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.EnumType;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads decisions back out of their entries and the archived rules that they were made by, as they
 * were given, to the byte. No rule is run. Of a redacted entry the texts of the situation are not
 * known, and what rules said with values filled in reads {@value #REMOVED}.
 */
public final class RecordedDecisions {

  public static final String REMOVED = "[removed]";

  private final Vocabulary vocabulary;
  private final RuleTexts texts;
  private final Map<String, Rule> rules;

  /**
   * @param rulebook of the ruleset that the entries name
   */
  public RecordedDecisions(Rulebook rulebook) {
    this.vocabulary = rulebook.vocabulary();
    this.texts = new RuleTexts(rulebook);
    this.rules = rulebook.rules().stream().collect(Collectors.toMap(Rule::id, Function.identity()));
  }

  /** What was known, each value with its origin. */
  public Situation situation(Entry entry) {
    return RecordedSituation.read(vocabulary, entry.content(), entry.text());
  }

  /** The decision as it was given. */
  public Decision decision(Entry entry) {
    JsonNode content = entry.content();
    JsonNode words = entry.text();
    Situation situation = RecordedSituation.read(vocabulary, content, words);
    Iterator<JsonNode> said = words.path("texts").elements();
    return new Decision(
        String.valueOf(entry.listing().about().decision()),
        situation,
        outcome(content.path("outcome"), said),
        withoutInferred(content.path("withoutInferred")),
        voices(content.path("voices")),
        balance(content.path("balance")),
        each(content.path("findings"), f -> finding(f, situation, said)),
        advice(content.path("warnings"), Verb.WARN, EnumType.Role.WARNINGS, said),
        each(content.path("questions"), this::question),
        advice(content.path("suggestions"), Verb.SUGGEST, EnumType.Role.TOPICS, said),
        String.valueOf(entry.listing().about().ruleset()),
        content.path("meaning").asText());
  }

  /** The rules that spoke for what came out, as {@link Decision#spokeFor} of the decision says. */
  public static Set<String> spokeFor(Entry entry) {
    JsonNode outcome = entry.content().path("outcome");
    Set<String> rules = new LinkedHashSet<>(each(outcome.path("rules"), JsonNode::asText));
    String voicesOf = outcome.path("voicesOf").asText();
    for (JsonNode finding : entry.content().path("findings")) {
      if (finding.path(1).asText().equals(voicesOf)) {
        rules.add(finding.path(0).asText());
      }
    }
    return rules;
  }

  private Outcome outcome(JsonNode json, Iterator<JsonNode> said) {
    Outcome.Kind kind = Outcome.Kind.of(json.path("kind").asText()).orElseThrow();
    String answer = json.path("answer").textValue();
    List<String> ids = each(json.path("rules"), JsonNode::asText);
    return new Outcome(
        kind,
        answer,
        json.path("voicesOf").textValue(),
        json.path("label").asText(),
        json.path("decidedBy").asText(),
        json.path("contested").asBoolean(),
        json.path("narrow").asBoolean(),
        json.path("inferred").asBoolean(),
        text(texts.constant(kind, answer, ids), said),
        ids);
  }

  private static @Nullable WithoutInferred withoutInferred(JsonNode json) {
    return json.isMissingNode()
        ? null
        : new WithoutInferred(
            Outcome.Kind.of(json.path("kind").asText()).orElseThrow(),
            json.path("answer").textValue());
  }

  /** Those that are not named kept silent; a case out of scope has none. */
  private List<Voice> voices(JsonNode json) {
    if (json.isMissingNode()) {
      return List.of();
    }
    return vocabulary.dimensions().stream()
        .map(dimension -> voice(dimension.name(), json.path(dimension.name()).textValue()))
        .toList();
  }

  private static Voice voice(String dimension, @Nullable String said) {
    if (said == null) {
      return new Voice(dimension, State.SILENT, null);
    }
    String[] words = said.split(" ", 2);
    return new Voice(dimension, State.valueOf(words[0]), words.length == 2 ? words[1] : null);
  }

  private static Balance balance(JsonNode json) {
    return new Balance(
        json.path("leader").textValue(),
        json.path("margin").asInt(),
        json.path("times").asInt(),
        json.path("speaking").asInt(),
        json.path("split").asInt(),
        json.path("leaderVoices").asInt(),
        json.path("runnerUpVoices").asInt());
  }

  private Finding finding(JsonNode json, Situation situation, Iterator<JsonNode> said) {
    Rule rule = Optional.ofNullable(rules.get(json.path(0).asText())).orElseThrow();
    String leans = json.path(1).asText();
    Map<String, Object> facts = new LinkedHashMap<>();
    for (int i = 3; i < json.size(); i++) {
      Attribute read = vocabulary.attribute(json.path(i).asText()).orElseThrow();
      situation.answer(read).ifPresent(answer -> facts.put(read.path(), answer.value()));
    }
    return new Finding(
        rule.id(),
        rule.dimension().map(FactType::name).orElse(""),
        leans,
        json.path(2).asInt(),
        text(texts.constant(rule.id(), Verb.LEANS, leans), said),
        facts,
        vocabulary.decision() + "/" + rule.at().fileAndLine());
  }

  private List<Advice> advice(
      JsonNode json, Verb verb, EnumType.Role role, Iterator<JsonNode> said) {
    return each(
        json,
        pair -> {
          String kind = pair.path(0).asText();
          String rule = pair.path(1).asText();
          String label = vocabulary.withRole(role).orElseThrow().label(kind);
          return new Advice(kind, label, text(texts.constant(rule, verb, kind), said), rule);
        });
  }

  private Question question(JsonNode pair) {
    return new Question(
        vocabulary.attribute(pair.path(0).asText()).orElseThrow(), pair.path(1).asText());
  }

  private static String text(Optional<String> constant, Iterator<JsonNode> said) {
    return constant.orElseGet(() -> said.hasNext() ? said.next().asText() : REMOVED);
  }

  private static <T> List<T> each(JsonNode list, Function<JsonNode, T> read) {
    return StreamSupport.stream(list.spliterator(), false).map(read).toList();
  }
}
