package dev.rolecall.explain;

import java.util.List;
import java.util.stream.Collectors;

/** A {@link OnePage} as Markdown (GitHub's, for its tables), for a ticket or a chat. */
public final class OnePageMarkdown {

  /** Would be markup wherever they stand. */
  private static final String SIGNS = "\\`*_[]<>|~#&@$";

  private final OnePage page;
  private final StringBuilder markdown = new StringBuilder(4_096);

  private OnePageMarkdown(OnePage page) {
    this.page = page;
  }

  public static String render(OnePage page) {
    return new OnePageMarkdown(page).render();
  }

  /** A text that is no markup: within a line, a cell of a table, an item. */
  static String text(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.strip().codePoints().forEach(c -> append(Html.plain(c), escaped));
    return escaped
        .toString()
        .replaceFirst("^([-+=])", "\\\\$1")
        .replaceFirst("^(\\d{1,9})([.)])(?=\\s|$)", "$1\\\\$2")
        .replaceAll("(?i)(https?|ftp|mailto|xmpp):", "$1\\\\:")
        .replaceAll("(?i)\\bwww\\.", "www\\\\.");
  }

  private static void append(int c, StringBuilder escaped) {
    if (SIGNS.indexOf(c) >= 0) {
      escaped.append('\\');
    }
    escaped.appendCodePoint(c);
  }

  private String render() {
    line("# " + text(page.answer()));
    if (!page.heading().isEmpty()) {
      paragraph(text(page.heading()));
    }
    if (!page.marks().isEmpty()) {
      paragraph("**" + text(String.join(", ", page.marks())) + "**");
    }
    paragraph("Because " + text(page.because()) + ".");
    if (!page.withoutInferred().isEmpty()) {
      paragraph(text(page.withoutInferred()));
    }
    page.warnings().forEach(this::warning);
    if (page.open()) {
      questions();
      reasons();
    } else {
      reasons();
      questions();
    }
    changes();
    list(InferredAnswers.TITLE, page.inferred());
    page.advice().forEach(t -> list(t.label(), t.texts()));
    origin();
    return markdown.toString();
  }

  private void warning(OnePage.Warning warning) {
    String words =
        warning.text().stream()
            .map(p -> p.quoted() ? "**“" + text(p.text()) + "”**" : text(p.text()))
            .collect(Collectors.joining(" "));
    paragraph("> ⚠ **Check: " + text(warning.label()) + "**<br>\n> " + words);
  }

  private void reasons() {
    SideBySide reasons = page.reasons();
    if (reasons.rows().isEmpty() && reasons.silent().isEmpty()) {
      return;
    }
    heading("Reasons side by side");
    if (!reasons.dissent().isEmpty()) {
      paragraph(text(reasons.dissent()));
    }
    if (!reasons.rows().isEmpty()) {
      table(reasons);
    }
    if (!reasons.silent().isEmpty()) {
      paragraph("Nothing found that leans: " + text(String.join(", ", reasons.silent())) + ".");
    }
  }

  private void table(SideBySide reasons) {
    line("");
    row("Dimension", reasons.columns().stream().map(OnePageMarkdown::text).toList());
    row("---", reasons.columns().stream().map(c -> "---").toList());
    for (SideBySide.Row row : reasons.rows()) {
      row(
          "**" + text(row.dimension()) + "**, " + text(row.voice()),
          row.cells().stream()
              .map(c -> c.isEmpty() ? "nothing" : text(String.join("; ", c)))
              .toList());
    }
  }

  private void row(String first, List<String> cells) {
    line("| " + first + " | " + String.join(" | ", cells) + " |");
  }

  private void questions() {
    if (!page.questions().isEmpty()) {
      heading("Questions that would help");
      line("");
      page.questions()
          .forEach(q -> line("- " + text(q.question()) + " *" + text(q.allowed()) + "*"));
    }
  }

  private void changes() {
    heading("What would change it");
    paragraph(text(page.changes().summary()));
    for (Alternatives.Other other : page.changes().outcomes()) {
      paragraph("To **" + text(other.outcome()) + "**:");
      items(other.changes());
    }
    if (!page.changes().held().isEmpty()) {
      paragraph("Left as it is: " + text(String.join("; ", page.changes().held())) + ".");
    }
  }

  private void list(String title, List<String> texts) {
    if (!texts.isEmpty()) {
      heading(text(title));
      items(texts);
    }
  }

  private void items(List<String> texts) {
    line("");
    texts.forEach(t -> line("- " + text(t)));
  }

  private void origin() {
    line("");
    line("---");
    paragraph(
        page.origin().entrySet().stream()
            .map(e -> text(e.getKey()) + " " + text(e.getValue()))
            .collect(Collectors.joining(" · ")));
  }

  private void heading(String title) {
    paragraph("## " + title);
  }

  private void paragraph(String words) {
    line("");
    line(words);
  }

  private void line(String line) {
    markdown.append(line).append('\n');
  }
}
