package dev.rolecall.batch;

import dev.rolecall.decision.Advice;
import dev.rolecall.decision.Outcome;
import dev.rolecall.explain.DecisionText;
import dev.rolecall.explain.Style;
import dev.rolecall.problem.Counted;
import dev.rolecall.vocabulary.Constant;
import dev.rolecall.vocabulary.EnumType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A summary as a person wants to read it at the end of a batch. */
public final class SummaryText {

  private static final int QUESTIONS = 5;

  private final Summary summary;
  private final Style style;
  private final Vocabulary vocabulary;
  private final StringBuilder text = new StringBuilder(2_048);

  private SummaryText(Summary summary, Style style) {
    this.summary = summary;
    this.style = style;
    this.vocabulary = summary.ruleset().vocabulary();
  }

  public static String render(Summary summary, Style style) {
    return new SummaryText(summary, style).render();
  }

  private String render() {
    outcomes();
    warnings();
    worthLookingAt();
    questions();
    return text.toString();
  }

  /** What became of the rows. */
  static String inShort(Summary summary) {
    long away = summary.count(Outcome.Kind.OUT_OF_SCOPE.word());
    return String.format(
        Locale.ROOT,
        "%,d in scope, %,d out of scope (other jobs), %,d not readable",
        summary.rows() - summary.rejected() - away,
        away,
        summary.rejected());
  }

  private void outcomes() {
    section(Counted.of(summary.rows(), "row") + ": " + inShort(summary));
    for (Constant outcome : vocabulary.outcomes().constants()) {
      counted(summary.count(outcome.name()), outcome.label() + " (" + outcome.name() + ")");
    }
    counted(
        summary.count(Outcome.Kind.INCONCLUSIVE.word()),
        "inconclusive: answers are missing or contradict each other");
  }

  private void warnings() {
    EnumType kinds = vocabulary.withRole(EnumType.Role.WARNINGS).orElse(null);
    if (kinds == null || summary.warnings().isEmpty()) {
      return;
    }
    section("Warnings");
    for (Constant kind : kinds.constants()) {
      Summary.Support support = summary.warnings().get(kind.name());
      if (support != null) {
        boolean one = support.leastAnswers() == support.mostAnswers();
        String answers =
            one
                ? "" + support.leastAnswers()
                : support.leastAnswers() + " to " + support.mostAnswers();
        counted(
            support.count(),
            kind.label()
                + style.faint(
                    ", resting on "
                        + answers
                        + " answer"
                        + (answers.equals("1") ? "" : "s")
                        + " about the work"));
      }
    }
  }

  private void worthLookingAt() {
    List<Summary.Named> named = summary.worthLookingAt();
    if (named.isEmpty()) {
      return;
    }
    section(
        named.size() == 1 ? "Look at this one first" : "Look at these " + named.size() + " first");
    int number = 0;
    for (Summary.Named row : named) {
      number++;
      line(
          "%3d. %s"
              .formatted(
                  number, shortened(DecisionText.heading(row.situation()), style.width() - 5)));
      String answer =
          row.outcome().answer() == null
              ? row.outcome().label()
              : row.outcome().label() + " (" + row.outcome().answer() + ")";
      String why =
          row.warnings().stream().map(Advice::label).distinct().collect(Collectors.joining(", "));
      String rests =
          "%d for, %d against, %d %s"
              .formatted(
                  row.voicesFor(),
                  row.voicesAgainst(),
                  row.answers(),
                  row.answers() == 1 ? "answer" : "answers");
      line("     " + style.bold("-> " + answer) + "  " + why + style.faint("  (" + rests + ")"));
    }
  }

  private void questions() {
    if (summary.questions().isEmpty()) {
      return;
    }
    section("Answers that are missing most often");
    summary.missing(QUESTIONS).forEach((attribute, count) -> counted(count, attribute.question()));
  }

  private static String shortened(String words, int columns) {
    return words.length() <= columns ? words : words.substring(0, columns - 1) + "…";
  }

  private void counted(long count, String what) {
    line(String.format(Locale.ROOT, "%,7d  %s", count, what));
  }

  private void section(String title) {
    line("");
    line(style.bold(title));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
