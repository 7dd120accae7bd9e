package dev.rolecall.explain;

import static dev.rolecall.explain.Html.text;

import java.util.List;
import java.util.Map;

/**
 * A {@link OnePage} as one HTML file: no script, nothing from the network, light and dark, one A4
 * page in print. All that is said by colour is said by words as well.
 */
public final class OnePageHtml {

  private final OnePage page;
  private final StringBuilder html = new StringBuilder(16_384);

  private OnePageHtml(OnePage page) {
    this.page = page;
  }

  public static String render(OnePage page) {
    return new OnePageHtml(page).render();
  }

  private String render() {
    String title = page.answer() + (page.heading().isEmpty() ? "" : " · " + page.heading());
    Html.head(html, title, title + ": because " + page.because(), OnePageStyle.CSS);
    html.append("<body class=\"").append(PrintedLength.of(page).word()).append("\">\n");
    answer();
    html.append("<main>\n");
    body();
    html.append("</main>\n");
    origin(html, page.origin());
    return html.append("</body>\n</html>\n").toString();
  }

  /** The same without what makes it a file of its own. */
  static String inside(OnePage page) {
    OnePageHtml part = new OnePageHtml(page);
    part.answer();
    part.body();
    origin(part.html, page.origin());
    return part.html.toString();
  }

  private void body() {
    page.warnings().forEach(this::warning);
    if (page.open()) {
      questions();
      reasons();
    } else {
      reasons();
    }
    html.append("<div class=\"cards\">\n");
    if (!page.open()) {
      questions();
    }
    changes();
    list(InferredAnswers.TITLE, page.inferred());
    advice();
    html.append("</div>\n");
  }

  private void answer() {
    html.append("<header>\n");
    if (!page.heading().isEmpty()) {
      html.append("<p class=\"case\" dir=\"auto\">").append(text(page.heading())).append("</p>\n");
    }
    html.append("<h1>").append(text(page.answer())).append("</h1>\n");
    if (!page.marks().isEmpty()) {
      html.append("<ul class=\"marks\" aria-label=\"Marks of the answer\">");
      page.marks().forEach(m -> html.append("<li>").append(text(m)).append("</li>"));
      html.append("</ul>\n");
    }
    html.append("<p class=\"because\">Because ").append(text(page.because())).append(".</p>\n");
    if (!page.withoutInferred().isEmpty()) {
      html.append("<p>").append(text(page.withoutInferred())).append("</p>\n");
    }
    html.append("</header>\n");
  }

  private void warning(OnePage.Warning warning) {
    html.append("<section class=\"warning\">\n<h2><span aria-hidden=\"true\">⚠ </span>Check: ")
        .append(text(warning.label()))
        .append("</h2>\n<p>");
    for (Passage passage : warning.text()) {
      String part = text(passage.text());
      html.append(passage.quoted() ? "<strong>“" + part + "”</strong>" : part).append(' ');
    }
    html.append("</p>\n</section>\n");
  }

  private void reasons() {
    SideBySide reasons = page.reasons();
    if (reasons.rows().isEmpty() && reasons.silent().isEmpty()) {
      return;
    }
    html.append("<section class=\"reasons\">\n<h2>Reasons side by side</h2>\n");
    if (!reasons.dissent().isEmpty()) {
      html.append("<p>").append(text(reasons.dissent())).append("</p>\n");
    }
    if (!reasons.rows().isEmpty()) {
      table(reasons);
    }
    if (!reasons.silent().isEmpty()) {
      html.append("<p class=\"quiet\">Nothing found that leans: ")
          .append(text(String.join(", ", reasons.silent())))
          .append(".</p>\n");
    }
    html.append("</section>\n");
  }

  private void table(SideBySide reasons) {
    html.append("<table>\n<thead><tr><th scope=\"col\">Dimension</th>");
    reasons
        .columns()
        .forEach(c -> html.append("<th scope=\"col\">").append(text(c)).append("</th>"));
    html.append("</tr></thead>\n<tbody>\n");
    for (SideBySide.Row row : reasons.rows()) {
      html.append("<tr><th scope=\"row\">")
          .append(text(row.dimension()))
          .append(" <span class=\"voice\">")
          .append(text(row.voice()))
          .append("</span></th>");
      row.cells().forEach(this::cell);
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n");
  }

  private void cell(List<String> cell) {
    html.append("<td>").append(cell.isEmpty() ? "nothing" : text(String.join("; ", cell)));
    html.append("</td>");
  }

  private void questions() {
    if (page.questions().isEmpty()) {
      return;
    }
    html.append("<section class=\"questions\">\n<h2>Questions that would help</h2>\n<ol>\n");
    for (OnePage.Asked asked : page.questions()) {
      html.append("<li>")
          .append(text(asked.question()))
          .append(" <span class=\"quiet\">")
          .append(text(asked.allowed()))
          .append("</span></li>\n");
    }
    html.append("</ol>\n</section>\n");
  }

  private void changes() {
    Alternatives changes = page.changes();
    html.append("<section>\n<h2>What would change it</h2>\n<p>")
        .append(text(changes.summary()))
        .append("</p>\n");
    for (Alternatives.Other other : changes.outcomes()) {
      html.append("<h3>To ").append(text(other.outcome())).append("</h3>\n");
      items(other.changes());
    }
    if (!changes.held().isEmpty()) {
      html.append("<p class=\"quiet\">Left as it is: ")
          .append(text(String.join("; ", changes.held())))
          .append(".</p>\n");
    }
    html.append("</section>\n");
  }

  /**
   * The last topic is the least important: a long page leaves most of it out in print, and says so.
   */
  private void advice() {
    List<OnePage.Topic> topics = page.advice();
    for (int i = 0; i < topics.size(); i++) {
      boolean last = i > 0 && i == topics.size() - 1;
      html.append(last ? "<div class=\"last\">\n" : "");
      list(topics.get(i).label(), topics.get(i).texts());
      html.append(last ? "<p class=\"left-out\">More of this on the screen.</p>\n</div>\n" : "");
    }
  }

  private void list(String title, List<String> texts) {
    if (!texts.isEmpty()) {
      html.append("<section>\n<h2>").append(text(title)).append("</h2>\n");
      items(texts);
      html.append("</section>\n");
    }
  }

  private void items(List<String> texts) {
    html.append("<ul>\n");
    texts.forEach(t -> html.append("<li>").append(text(t)).append("</li>\n"));
    html.append("</ul>\n");
  }

  /** Where a page comes from, by name. */
  static void origin(StringBuilder html, Map<String, String> origin) {
    html.append("<footer>\n<dl>\n");
    origin.forEach(
        (name, value) ->
            html.append("<div><dt>")
                .append(text(name))
                .append("</dt> <dd>")
                .append(text(value))
                .append("</dd></div>\n"));
    html.append("</dl>\n<p>What nobody answered is unknown; unknown is never read as no.</p>\n");
    html.append("</footer>\n");
  }
}
