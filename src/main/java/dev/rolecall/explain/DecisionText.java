package dev.rolecall.explain;

import dev.rolecall.decision.Advice;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Finding;
import dev.rolecall.decision.Outcome;
import dev.rolecall.decision.Question;
import dev.rolecall.decision.State;
import dev.rolecall.decision.Voice;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A decision as a person wants to read it: the answer first, then why, what speaks against it, and
 * what to do.
 */
public final class DecisionText {

  private static final String INDENT = "  ";

  private final Decision decision;
  private final Style style;
  private final StringBuilder text = new StringBuilder(2_048);

  private DecisionText(Decision decision, Style style) {
    this.decision = decision;
    this.style = style;
  }

  public static String render(Decision decision, Style style) {
    return new DecisionText(decision, style).render();
  }

  /** What the case calls itself: its id and the texts that frame it. */
  public static String heading(Situation situation) {
    List<String> parts = new ArrayList<>();
    parts.add(situation.id());
    for (FactType fact : situation.vocabulary().facts()) {
      if (fact.role() == FactType.Role.CONTEXT) {
        fact.attributes().stream()
            .filter(a -> a.type() instanceof ValueType.Text)
            .map(situation::value)
            .filter(Objects::nonNull)
            .forEach(value -> parts.add((String) value));
      }
    }
    String heading = parts.stream().filter(p -> !p.isBlank()).collect(Collectors.joining(" · "));
    return Style.clean(heading);
  }

  private String render() {
    String heading = heading(decision.situation());
    if (!heading.isEmpty()) {
      line(style.faint(heading));
    }
    answer();
    decision.warnings().forEach(this::warning);
    if (decision.outcome().kind() != Outcome.Kind.OUT_OF_SCOPE) {
      dimensions();
      dissent();
    }
    inferred();
    questions();
    suggestions();
    line("");
    line(
        style.faint(
            "ruleset "
                + decision.ruleset().substring(0, 12)
                + ", meaning "
                + decision.meaning().substring(0, 12)));
    return text.toString();
  }

  private void answer() {
    Outcome outcome = decision.outcome();
    List<String> marks = outcome.marks();
    String answer =
        outcome.answer() == null
            ? outcome.label()
            : outcome.label() + " (" + outcome.answer() + ")";
    line(
        style.bold(answer) + (marks.isEmpty() ? "" : style.faint("  " + String.join(", ", marks))));
    paragraph(INDENT, "because " + outcome.because());
    String without = InferredAnswers.without(decision);
    if (!without.isEmpty()) {
      paragraph(INDENT, without);
    }
  }

  private void warning(Advice warning) {
    line("");
    line(style.alarming("! " + warning.label()));
    paragraph(INDENT, warning.text());
  }

  private void dimensions() {
    int name =
        widest("Dimension", decision.voices().stream().map(v -> title(v.dimension())).toList());
    int leans = widest("Leans", decision.voices().stream().map(DecisionText::leaning).toList());
    int rule = widest("Rule", decision.findings().stream().map(Finding::rule).toList());
    int because = Math.max(20, style.width() - name - leans - rule - 8);
    String row = INDENT + "%-" + name + "s  %-" + leans + "s  %-" + because + "s  %s";
    line("");
    line(style.bold(row.formatted("Dimension", "Leans", "Because", "Rule")));
    for (Voice voice : decision.voices()) {
      List<Finding> findings =
          decision.findings().stream()
              .filter(f -> f.dimension().equals(voice.dimension()))
              .toList();
      String first = title(voice.dimension());
      String second = leaning(voice);
      if (findings.isEmpty()) {
        line(
            style.faint(
                row.formatted(first, second, "nothing is known that leans", "").stripTrailing()));
      }
      for (Finding finding : findings) {
        String third =
            (voice.state() == State.SPLIT ? finding.leans() + ": " : "")
                + finding.because()
                + SideBySide.origin(decision, finding);
        String fourth = finding.rule();
        for (String part : Style.wrap(Style.clean(third), because)) {
          line(row.formatted(first, second, part, fourth).stripTrailing());
          first = second = fourth = "";
        }
      }
    }
  }

  private static String leaning(Voice voice) {
    return voice.leans() != null ? voice.leans() : voice.state() == State.SPLIT ? "split" : "-";
  }

  /** What speaks against the answer, so that nobody has to pick it out of the table. */
  private void dissent() {
    String answer = decision.outcome().voicesOf();
    List<Voice> against =
        decision.voices().stream()
            .filter(v -> v.leans() != null && !v.leans().equals(answer))
            .toList();
    if (answer == null || against.isEmpty()) {
      return;
    }
    section("Dissent");
    for (Voice voice : against) {
      String because =
          decision.findings().stream()
              .filter(
                  f -> f.dimension().equals(voice.dimension()) && f.leans().equals(voice.leans()))
              .map(Finding::because)
              .collect(Collectors.joining("; "));
      item(title(voice.dimension()) + " leans " + voice.leans() + ": " + because);
    }
  }

  /** Apart from what was stated, each with the words it was read from. */
  private void inferred() {
    List<String> inferred = InferredAnswers.of(decision.situation());
    if (!inferred.isEmpty()) {
      section(InferredAnswers.TITLE);
      inferred.forEach(this::item);
    }
  }

  private void questions() {
    if (decision.questions().isEmpty()) {
      return;
    }
    section("Questions that would help");
    for (Question question : decision.questions()) {
      Attribute about = question.about();
      item(about.question());
      paragraph(INDENT + "  ", about.path() + ": " + choices(about.type()));
    }
  }

  private static String choices(ValueType type) {
    if (type instanceof ValueType.OneOf choice) {
      return choice.type().constants().stream()
          .map(c -> c.name() + " (" + c.label() + ")")
          .collect(Collectors.joining(" or "));
    }
    return type.expectation().replace("`", "");
  }

  private void suggestions() {
    String topic = "";
    for (Advice suggestion : decision.suggestions()) {
      if (!suggestion.kind().equals(topic)) {
        topic = suggestion.kind();
        section(suggestion.label());
      }
      item(suggestion.text());
    }
  }

  private String title(String dimension) {
    return decision.situation().vocabulary().fact(dimension).map(FactType::title).orElse(dimension);
  }

  private static int widest(String header, List<String> cells) {
    return Math.max(header.length(), cells.stream().mapToInt(String::length).max().orElse(0));
  }

  private void section(String title) {
    line("");
    line(style.bold(title));
  }

  private void item(String words) {
    List<String> lines = Style.wrap(Style.clean(words), style.width() - 4);
    line(INDENT + "- " + lines.get(0));
    lines.subList(1, lines.size()).forEach(l -> line(INDENT + "  " + l));
  }

  private void paragraph(String indent, String words) {
    Style.wrap(Style.clean(words), style.width() - indent.length()).forEach(l -> line(indent + l));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
