package dev.rolecall.explain;

import dev.rolecall.problem.Problem;
import dev.rolecall.ruleset.Probe;
import java.util.ArrayList;
import java.util.List;

/** Text for a terminal, line by line. */
public final class Page {

  private final Style style;
  private final StringBuilder text = new StringBuilder(4_096);

  public Page(Style style) {
    this.style = style;
  }

  public Page section(String title) {
    return line("").line(style.bold(title));
  }

  /** Words behind a label; lines after the first stand under the words of the first. */
  public Page entry(int indent, String label, String words) {
    return entry(indent, label, label, words);
  }

  /**
   * @param shown the label as it looks; as wide as it is
   */
  private Page entry(int indent, String label, String shown, String words) {
    int column = indent + label.length();
    String first = " ".repeat(indent) + shown;
    for (String line : Style.wrap(Style.clean(words), Math.max(20, style.width() - column))) {
      line((first + line).stripTrailing());
      first = " ".repeat(column);
    }
    return this;
  }

  /** What is wrong, behind its label; one problem after another. */
  public Page errors(List<Problem> problems) {
    problems.forEach(p -> entry(0, "error: ", style.wrong("error:") + " ", p.toString()));
    return this;
  }

  /** What is odd, alike. */
  public Page warnings(List<Problem> problems) {
    problems.forEach(p -> entry(0, "warning: ", style.alarming("warning:") + " ", p.toString()));
    return this;
  }

  /** Words of lesser weight. */
  public Page aside(int indent, String words) {
    return line(" ".repeat(indent) + style.faint(Style.clean(words)));
  }

  public Page line(String line) {
    text.append(line).append('\n');
    return this;
  }

  /** A rule's conditions, each behind its standing; parts stand under what joins them. */
  Page clauses(int indent, List<Clause> clauses) {
    for (Clause clause : clauses) {
      List<Clause> parts = parts(clause);
      entry(
          indent,
          "%-9s  ".formatted(clause.standing().words()),
          parts.isEmpty() ? words(clause) : heading(clause));
      clauses(indent + 4, parts);
    }
    return this;
  }

  /** Of what must not be, its own parts: one line less. */
  private static List<Clause> parts(Clause clause) {
    return clause.join() == Probe.Join.NOT && !clause.parts().isEmpty()
        ? clause.parts().get(0).parts()
        : clause.parts();
  }

  private static String heading(Clause clause) {
    return switch (clause.join()) {
      case ALL, ONE -> "all of these hold:";
      case ANY -> "one of these holds:";
      case NOT ->
          clause.parts().get(0).join() == Probe.Join.ANY
              ? "none of these holds:"
              : "not all of these hold:";
    };
  }

  private static String words(Clause clause) {
    List<String> remarks = new ArrayList<>();
    if (!clause.now().isEmpty()) {
      remarks.add(clause.now());
    }
    clause
        .nearest()
        .map(n -> Values.print(n.attribute(), n.value()))
        .filter(value -> !clause.words().endsWith(" is " + value))
        .ifPresent(value -> remarks.add(value + " would do"));
    return clause.words() + (remarks.isEmpty() ? "" : " (" + String.join("; ", remarks) + ")");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
