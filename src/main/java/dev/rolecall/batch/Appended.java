package dev.rolecall.batch;

import dev.rolecall.decision.Advice;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Finding;
import dev.rolecall.decision.Outcome;
import dev.rolecall.decision.Question;
import dev.rolecall.decision.Voice;
import dev.rolecall.decision.WithoutInferred;
import dev.rolecall.explain.InferredAnswers;
import dev.rolecall.problem.Place;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.Vocabulary;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands behind the own cells of a row in a table of results, column by column. */
enum Appended {
  ANSWER("answer", (row, decision) -> decision.outcome().word()),
  DECIDED_BY("decided by", (row, decision) -> decision.outcome().decidedBy()),
  CONTESTED("contested", (row, decision) -> contested(decision.outcome())),
  WARNINGS(
      "warnings", (row, decision) -> joined(row.warnings(decision).stream().map(Appended::text))),
  DECIDED_BY_A_PERSON("decided by a person", (row, decision) -> word(row.before())),
  BECAUSE("because", (row, decision) -> joined(because(decision))),
  INFERRED(
      "inferred", (row, decision) -> joined(InferredAnswers.of(decision.situation()).stream())),
  WITHOUT_INFERRED("without inferred", (row, decision) -> word(decision.withoutInferred())),
  QUESTIONS(
      "questions", (row, decision) -> joined(decision.questions().stream().map(Appended::text))),
  FROM_QUESTIONNAIRES(
      "from questionnaires", (row, decision) -> joined(answered(row.answered(), decision))),
  REMEMBERED("remembered", (row, decision) -> joined(remembered(row.before(), decision))),
  SINCE_LAST("since last", (row, decision) -> since(row.before())),
  RULESET("ruleset", (row, decision) -> decision.ruleset());

  private final String title;
  private final BiFunction<Decided, Decision, String> cell;

  Appended(String title, BiFunction<Decided, Decision, String> cell) {
    this.title = title;
    this.cell = cell;
  }

  /** Of a requisition that is in no row. */
  static List<String> cells(Closed requisition) {
    return Stream.of(values())
        .map(column -> column == SINCE_LAST ? requisition.words() : "")
        .toList();
  }

  static List<String> titles() {
    return Stream.of(values()).map(column -> column.title).toList();
  }

  /**
   * @param decision of the row
   */
  static List<String> cells(Decided row, Decision decision) {
    return Stream.of(values()).map(column -> column.cell.apply(row, decision)).toList();
  }

  private static String word(Before before) {
    return before.word() == null ? "" : before.word().words();
  }

  private static String since(Before before) {
    return before.since() == null ? "" : before.since().words();
  }

  /** {@code scope.teams 5 (questions.xlsx, row 3)}. */
  private static Stream<String> answered(Map<Attribute, Place> places, Decision decision) {
    return places.entrySet().stream()
        .map(answer -> known(answer.getKey(), decision) + " (" + row(answer.getValue()) + ")");
  }

  /** A cell needs no folder. */
  private static String row(Place place) {
    return Path.of(place.file()).getFileName() + ", row " + place.line();
  }

  /** {@code scope.teams 5 (2026-11-09)}. */
  private static Stream<String> remembered(Before before, Decision decision) {
    Vocabulary vocabulary = decision.situation().vocabulary();
    return before.remembered().entrySet().stream()
        .map(
            answer ->
                known(vocabulary.attribute(answer.getKey()).orElseThrow(), decision)
                    + " ("
                    + day(answer.getValue())
                    + ")");
  }

  private static String known(Attribute attribute, Decision decision) {
    Object value = decision.situation().answer(attribute).orElseThrow().value();
    return attribute.path() + " " + attribute.type().print(value);
  }

  /** Ids of entries begin with their time. */
  private static String day(UUID entry) {
    Instant at = Instant.ofEpochMilli(entry.getMostSignificantBits() >>> 16);
    return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static String contested(Outcome outcome) {
    return outcome.kind() == Outcome.Kind.RECOMMENDED ? outcome.contested() ? "yes" : "no" : "";
  }

  private static String word(@Nullable WithoutInferred without) {
    return without == null ? "" : without.word();
  }

  private static Stream<String> because(Decision decision) {
    Outcome outcome = decision.outcome();
    Stream<String> leading =
        decision.voices().stream()
            .filter(v -> v.leans() != null && v.leans().equals(outcome.voicesOf()))
            .map(v -> heaviest(decision, v).because());
    return Stream.concat(Stream.of(outcome.because()), leading);
  }

  /** One reason a dimension is what a cell can hold; all of them are in JSON Lines. */
  private static Finding heaviest(Decision decision, Voice voice) {
    return decision.findings().stream()
        .filter(f -> f.dimension().equals(voice.dimension()) && f.leans().equals(voice.leans()))
        .max(Comparator.comparingInt(Finding::weight).thenComparing(Finding::rule))
        .orElseThrow();
  }

  private static String text(Advice warning) {
    return warning.label() + ": " + warning.text();
  }

  private static String text(Question question) {
    return question.about().question();
  }

  private static String joined(Stream<String> texts) {
    return texts.collect(Collectors.joining(" | "));
  }
}
