package dev.rolecall.explain;

import static dev.rolecall.explain.Html.text;

import java.util.List;
import java.util.Locale;

/**
 * A {@link ReportPage} as one HTML file, with the page of each row that it names inside it: a link
 * shows that page in place of the overview, and what is shown is what prints. No script, nothing
 * from the network, light and dark; what a bar shows stands beside it as a number.
 */
public final class ReportHtml {

  private static final String CSS = OnePageStyle.CSS + ReportStyle.CSS;

  private final ReportPage page;
  private final StringBuilder html = new StringBuilder(65_536);

  private ReportHtml(ReportPage page) {
    this.page = page;
  }

  public static String render(ReportPage page) {
    return new ReportHtml(page).render();
  }

  private String render() {
    Html.head(html, page.title(), page.inShort(), CSS);
    html.append("<body>\n<div class=\"overview\" id=\"all\">\n<header>\n<h1>")
        .append(text(page.title()))
        .append("</h1>\n<p class=\"because\">")
        .append(text(page.inShort()))
        .append("</p>\n</header>\n<main>\n");
    counts("Outcomes of the rows in scope", "Outcome", page.outcomes());
    page.parts().forEach(this::part);
    counts("Answers that are missing most often", "Question", page.questions());
    page.groups().forEach(this::groups);
    refused();
    html.append("</main>\n");
    OnePageHtml.origin(html, page.origin());
    html.append("</div>\n");
    for (ReportPage.Opened opened : page.pages()) {
      html.append("<article class=\"requisition ")
          .append(PrintedLength.of(opened.page()).word())
          .append("\" id=\"")
          .append(text(opened.anchor()))
          .append("\">\n<p class=\"back\"><a href=\"#all\">Back to all rows</a></p>\n")
          .append(OnePageHtml.inside(opened.page()))
          .append("</article>\n");
    }
    return html.append("</body>\n</html>\n").toString();
  }

  /** Bars beside each other, all as long as their share of the rows in scope. */
  private void counts(String title, String what, List<ReportPage.Count> counts) {
    if (page.inScope() == 0 || counts.isEmpty()) {
      return;
    }
    html.append("<section>\n<h2>").append(text(title)).append("</h2>\n<table class=\"counts\">\n");
    header(List.of(what, "Rows", "Share of " + number(page.inScope()) + " in scope"), 1);
    for (ReportPage.Count count : counts) {
      String share = String.format(Locale.ROOT, "%.1f", 100.0 * count.count() / page.inScope());
      html.append("<tr><th scope=\"row\">")
          .append(text(count.label()))
          .append("</th><td class=\"number\">")
          .append(number(count.count()))
          .append("</td><td><span class=\"share\">")
          .append(share)
          .append(
              " %</span> <svg class=\"bar\" viewBox=\"0 0 100 1\" preserveAspectRatio=\"none\""
                  + " aria-hidden=\"true\"><rect width=\"")
          .append(share)
          .append("\" height=\"1\"/></svg></td></tr>\n");
    }
    html.append("</tbody>\n</table>\n</section>\n");
  }

  private void part(ReportPage.Part part) {
    html.append("<section>\n<h2>")
        .append(text(part.title()))
        .append(": ")
        .append(number(part.count()))
        .append("</h2>\n");
    if (!part.lines().isEmpty()) {
      html.append("<table class=\"rows\">\n");
      header(List.of("Requisition", "Title", "The work calls for", "Why"), 4);
      part.lines().forEach(this::line);
      html.append("</tbody>\n</table>\n");
    }
    long left = part.count() - part.lines().size();
    if (left > 0) {
      quiet("… and " + number(left) + " more, which are in the results.");
    }
    html.append("</section>\n");
  }

  private void line(ReportPage.Line line) {
    html.append("<tr><th scope=\"row\"><a href=\"#")
        .append(text(line.anchor()))
        .append("\">")
        .append(text(line.name()))
        .append("</a></th><td dir=\"auto\">")
        .append(text(line.title()));
    aside(line.framed());
    html.append("</td><td>").append(text(line.answer()));
    aside(line.marks());
    html.append("</td><td>").append(text(line.why())).append("</td></tr>\n");
  }

  private void aside(String words) {
    if (!words.isEmpty()) {
      html.append(" <span class=\"aside\">").append(text(words)).append("</span>");
    }
  }

  private void groups(ReportPage.Groups groups) {
    html.append("<section>\n<h2>")
        .append(text(groups.title()))
        .append("</h2>\n<table class=\"groups\">\n");
    header(groups.columns(), 1);
    for (ReportPage.Group group : groups.groups()) {
      html.append("<tr><th scope=\"row\">").append(text(group.name())).append("</th>");
      group
          .counts()
          .forEach(
              count -> html.append("<td class=\"number\">").append(number(count)).append("</td>"));
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n");
    if (groups.left() > 0) {
      quiet("… and " + number(groups.left()) + " more.");
    }
    html.append("</section>\n");
  }

  private void refused() {
    ReportPage.Refused refused = page.refused();
    if (refused.rows() == 0) {
      return;
    }
    html.append("<section>\n<h2>Rows that could not be read: ")
        .append(number(refused.rows()))
        .append("</h2>\n<ul>\n");
    refused.problems().forEach(p -> html.append("<li>").append(text(p)).append("</li>\n"));
    html.append("</ul>\n");
    if (refused.further() > 0) {
      quiet("… and " + number(refused.further()) + " more, which are in the rejects file.");
    }
    html.append("</section>\n");
  }

  /**
   * @param words how many of the columns hold words; the others hold numbers
   */
  private void header(List<String> columns, int words) {
    html.append("<thead><tr>");
    for (int i = 0; i < columns.size(); i++) {
      html.append(i < words ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"number\">")
          .append(text(columns.get(i)))
          .append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
  }

  private void quiet(String words) {
    html.append("<p class=\"quiet\">").append(text(words)).append("</p>\n");
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
