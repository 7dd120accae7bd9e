package dev.rolecall.cli;

import dev.rolecall.explain.Style;
import dev.rolecall.intake.Inspection;
import dev.rolecall.intake.Trait;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What was understood of some inputs, as a person reads it on a terminal. */
final class InspectionText {

  private static final int WIDEST = 40;
  private static final int SHOWN = 6;

  private final Vocabulary vocabulary;
  private final Style style;
  private final StringBuilder text = new StringBuilder(4_096);

  private InspectionText(Vocabulary vocabulary, Style style) {
    this.vocabulary = vocabulary;
    this.style = style;
  }

  static String render(List<Inspection> inspections, Vocabulary vocabulary, Style style) {
    InspectionText text = new InspectionText(vocabulary, style);
    inspections.forEach(text::inspection);
    return text.text.toString();
  }

  /** Whether a mapping could help. */
  static boolean leavesSomething(Inspection inspection) {
    return inspection.columns().stream().anyMatch(c -> c.isUnread() || c.left() > 0);
  }

  private void inspection(Inspection inspection) {
    line(style.bold(Style.clean(inspection.name())));
    line("  " + traits(inspection.traits()));
    line("  " + rows(inspection));
    line("");
    if (!inspection.columns().isEmpty()) {
      columns(inspection.columns());
      line("");
    }
    if (!inspection.statuses().isEmpty()) {
      statuses("Read", inspection, Inspection.Standing::read);
      statuses("Passed over", inspection, s -> !s.read());
      line("");
    }
    inspection.problems().forEach(problem -> line("  " + problem));
    inspection.notes().forEach(note -> line("  " + Style.clean(note)));
    if (!inspection.problems().isEmpty() || !inspection.notes().isEmpty()) {
      line("");
    }
  }

  private static String traits(Map<Trait, String> traits) {
    return traits.entrySet().stream()
        .map(
            trait ->
                switch (trait.getKey()) {
                  case SHEET -> "sheet \"" + Style.clean(trait.getValue()) + "\"";
                  case SEPARATOR -> trait.getValue() + " between cells";
                  case HEADER -> "header in " + trait.getValue();
                  default -> Style.clean(trait.getValue());
                })
        .collect(Collectors.joining(", "));
  }

  private static String rows(Inspection inspection) {
    return String.format(
        Locale.ROOT,
        "%,d %s: %,d in scope, %,d out of scope (other jobs), %,d not readable, %,d passed over",
        inspection.rows(),
        inspection.rows() == 1 ? "row" : "rows",
        inspection.inScope(),
        inspection.read() - inspection.inScope(),
        inspection.rejected(),
        inspection.passedOver());
  }

  private void columns(List<Inspection.Inspected> columns) {
    int headers = width("column", columns.stream().map(Inspection.Inspected::header).toList());
    int means = width("is", columns.stream().map(InspectionText::means).toList());
    String form = "  %-" + headers + "s  %-" + means + "s  %-11s %9s %11s %5s";
    line(
        style.bold(
            form.formatted("column", "is", "by", "filled", "understood", "not").stripTrailing()));
    for (Inspection.Inspected column : columns) {
      boolean counted = column.understood() + column.left() > 0;
      String row =
          form.formatted(
                  shortened(column.header()),
                  shortened(means(column)),
                  column.by(),
                  number(column.filled()),
                  counted ? number(column.understood()) : "",
                  column.left() > 0 ? number(column.left()) : "")
              .stripTrailing();
      line(column.isUnread() ? style.faint(row) : row);
      details(column);
    }
  }

  private static int width(String title, List<String> words) {
    return words.stream()
        .mapToInt(w -> Math.min(w.length(), WIDEST))
        .reduce(title.length(), Math::max);
  }

  private static String means(Inspection.Inspected column) {
    return switch (column.means()) {
      case "" -> "not read";
      case "personal" -> "left out, about people";
      case "drop" -> "left out";
      case "ignore" -> "passed through";
      case "routing" -> "routing, passed through";
      default -> column.means();
    };
  }

  /** Examples where a cell does not say its value in so many words, and what is not understood. */
  private void details(Inspection.Inspected column) {
    List<String> told =
        column.examples().entrySet().stream()
            .filter(e -> !e.getKey().strip().equalsIgnoreCase(e.getValue()))
            .map(e -> "`" + Style.clean(e.getKey().strip()) + "` is " + Style.clean(e.getValue()))
            .toList();
    if (!told.isEmpty()) {
      line(style.faint("      " + String.join("; ", told)));
    }
    if (!column.others().isEmpty()) {
      String others =
          column.others().entrySet().stream()
              .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
              .limit(SHOWN)
              .map(
                  e ->
                      "`"
                          + Style.clean(e.getKey())
                          + "`"
                          + (e.getValue() > 1 ? " (" + number(e.getValue()) + ")" : ""))
              .collect(Collectors.joining(", "));
      boolean more = column.others().size() > SHOWN;
      line(style.alarming("      not understood: " + others + (more ? ", …" : "")));
    }
    if (!column.nearest().isEmpty()) {
      String question =
          vocabulary
              .attribute(column.nearest())
              .map(Attribute::question)
              .filter(q -> !q.isEmpty())
              .map(q -> ": " + q)
              .orElse("");
      line("      maybe it means `" + column.nearest() + "`" + question);
    }
  }

  private void statuses(String title, Inspection inspection, Predicate<Inspection.Standing> which) {
    String listed =
        inspection.statuses().stream()
            .filter(which)
            .map(
                s ->
                    (s.status().isEmpty() ? "no status" : Style.clean(s.status()))
                        + " "
                        + number(s.rows()))
            .collect(Collectors.joining(", "));
    if (!listed.isEmpty()) {
      line("  " + title + " by status: " + listed);
    }
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String shortened(String words) {
    String clean = Style.clean(words);
    return clean.length() <= WIDEST ? clean : clean.substring(0, WIDEST - 1) + "…";
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
