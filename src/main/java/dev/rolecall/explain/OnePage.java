package dev.rolecall.explain;

import dev.rolecall.decision.Advice;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Envelope;
import dev.rolecall.decision.Outcome;
import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import dev.rolecall.space.WhatIf;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.Constant;
import dev.rolecall.vocabulary.ValueType;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One page for the person who asked: what stands on it, in order, free of any markup. {@link
 * OnePageHtml} and {@link OnePageMarkdown} write it.
 *
 * @param heading what the case calls itself; empty where it has no name
 * @param answer in words; for the kinds without an answer, these in words
 * @param marks what has to be known of the answer at first sight: what decided, contested, narrow
 * @param withoutInferred how it would stand without what was inferred; empty where nothing was
 * @param open whether there is no answer, so that the questions come before the reasons
 * @param warnings the most important first
 * @param inferred what was read out of a description, each with its quote
 * @param changes what would change the answer
 * @param advice suggestions by topic, the most important topic first
 * @param origin where the page comes from, by name: requisition, decision, time, hashes
 */
public record OnePage(
    String heading,
    String answer,
    List<String> marks,
    String because,
    String withoutInferred,
    boolean open,
    List<Warning> warnings,
    SideBySide reasons,
    List<Asked> questions,
    List<String> inferred,
    Alternatives changes,
    List<Topic> advice,
    Map<String, String> origin) {

  /** More inferred answers than this are counted, not shown. */
  private static final int INFERRED_SHOWN = 5;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** A warning; its quoted passages stand out, as they are there to be copied. */
  public record Warning(String label, List<Passage> text) {}

  /** A question that would help, and what can be answered. */
  public record Asked(String question, String allowed) {}

  /** The suggestions of one topic. */
  public record Topic(String label, List<String> texts) {}

  /**
   * @param found the smallest changes of this decision's situation
   */
  public static OnePage of(Envelope envelope, WhatIf.Found found) {
    Decision decision = envelope.decision();
    Outcome outcome = decision.outcome();
    return new OnePage(
        DecisionText.heading(decision.situation()),
        outcome.answer() == null
            ? outcome.label()
            : outcome.label() + " (" + outcome.answer() + ")",
        outcome.marks(),
        outcome.because(),
        InferredAnswers.without(decision),
        outcome.answer() == null,
        decision.warnings().stream()
            .map(w -> new Warning(w.label(), Passage.of(w.text())))
            .toList(),
        SideBySide.of(decision),
        decision.questions().stream()
            .map(q -> new Asked(q.about().question(), allowed(q.about().type())))
            .toList(),
        shortened(InferredAnswers.of(decision.situation()), INFERRED_SHOWN),
        Alternatives.of(decision, found),
        topics(decision.suggestions()),
        origin(envelope));
  }

  private static String allowed(ValueType type) {
    if (type instanceof ValueType.OneOf choice) {
      return choice.type().constants().stream()
          .map(Constant::label)
          .collect(Collectors.joining(" / "));
    }
    return type.expectation().replace("`", "");
  }

  /** What a person is asked, or the path of what nobody is asked. */
  static String asked(Attribute attribute) {
    return attribute.question().isEmpty() ? attribute.path() + ":" : attribute.question();
  }

  /** The first so many, and how many more there are. */
  static List<String> shortened(List<String> all, int shown) {
    if (all.size() <= shown) {
      return List.copyOf(all);
    }
    List<String> some = new ArrayList<>(all.subList(0, shown));
    some.add("… and " + (all.size() - shown) + " more");
    return List.copyOf(some);
  }

  private static List<Topic> topics(List<Advice> suggestions) {
    Map<String, List<String>> byLabel = new LinkedHashMap<>();
    suggestions.forEach(
        s -> byLabel.computeIfAbsent(s.label(), label -> new ArrayList<>()).add(s.text()));
    return byLabel.entrySet().stream()
        .map(e -> new Topic(e.getKey(), List.copyOf(e.getValue())))
        .toList();
  }

  private static Map<String, String> origin(Envelope envelope) {
    Decision decision = envelope.decision();
    Situation situation = decision.situation();
    Map<String, String> origin = new LinkedHashMap<>();
    if (!situation.id().isBlank()) {
      origin.put("Requisition", situation.id());
    }
    origin.put("Answers", answers(situation));
    origin.put(
        "Decision",
        decision.name() + " " + envelope.id() + (envelope.recorded() ? "" : ", not recorded"));
    origin.put("Time", TIME.format(envelope.at()));
    origin.put("Ruleset", decision.ruleset().substring(0, 12));
    origin.put("Meaning", decision.meaning().substring(0, 12));
    return origin;
  }

  private static String answers(Situation situation) {
    int inferred = situation.count(Origin.INFERRED);
    return situation.count(Origin.STATED)
        + " stated"
        + (inferred == 0 ? "" : ", " + inferred + " inferred");
  }
}
