package dev.rolecall.intake;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table of a web page, which is what some systems hand out with a name that ends in
 * {@code .xls}. Of its tables the one whose header is understood best is read.
 */
final class HtmlRows implements TableRows {

  /** A page, unlike a sheet, is held in memory as a whole. */
  private static final int LONGEST = 8 * 1024 * 1024;

  private static final String READ = "this is a web page, and its table was read";

  private final Iterator<Element> rows;
  private int number;

  private HtmlRows(List<Element> rows) {
    this.rows = rows.iterator();
  }

  /** Whether a text begins as a page or as a table of one does. */
  static boolean begins(String text) {
    String start = text.stripLeading().toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype html")
        || start.startsWith("<html")
        || start.startsWith("<table")
        || start.startsWith("<head")
        || start.startsWith("<meta");
  }

  static Result<Intake> open(Content content, Reader text, Understanding understanding)
      throws IOException {
    String page = page(text);
    if (page == null) {
      return refused(
          content, "this is a web page of more than 8 million characters; save it as .xlsx");
    }
    Header best = null;
    TableRows table = null;
    for (List<Element> rows : tables(Jsoup.parse(page))) {
      TableRows candidate = new HtmlRows(rows);
      Header header = Header.find(candidate, understanding.names());
      if (header != null && (best == null || header.known() > best.known())) {
        best = header;
        table = candidate;
      }
    }
    if (best == null || table == null) {
      return refused(content, "this is a web page with no table in it; a table is expected");
    }
    content.notes().add(READ);
    return TableIntake.of(content, best, table, understanding);
  }

  private static Result<Intake> refused(Content content, String words) {
    return Result.refused(Place.of(content.name()), words);
  }

  private static @Nullable String page(Reader text) throws IOException {
    StringBuilder page = new StringBuilder();
    char[] buffer = new char[16_384];
    for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
      page.append(buffer, 0, read);
      if (page.length() > LONGEST) {
        return null;
      }
    }
    return page.toString();
  }

  /** The rows of each table, without those of tables in its cells. */
  private static Iterable<List<Element>> tables(Document page) {
    Map<Element, List<Element>> tables = new LinkedHashMap<>();
    for (Element row : page.getElementsByTag("tr")) {
      Element table = row.closest("table");
      if (table != null) {
        tables.computeIfAbsent(table, t -> new ArrayList<>()).add(row);
      }
    }
    return tables.values();
  }

  @Override
  public @Nullable TableRow next() {
    if (!rows.hasNext()) {
      return null;
    }
    number++;
    List<String> cells = new ArrayList<>();
    for (Element cell : rows.next().children()) {
      if (cell.nameIs("td") || cell.nameIs("th")) {
        cells.add(cell.text());
        for (int i = span(cell); i > 1 && cells.size() <= MOST_COLUMNS; i--) {
          cells.add("");
        }
      }
    }
    return cells.size() > MOST_COLUMNS
        ? TableRow.broken(
            number, List.of(), -1, "this row has more than " + MOST_COLUMNS + " columns")
        : new TableRow(number, List.copyOf(cells), null);
  }

  private static int span(Element cell) {
    String span = cell.attr("colspan").strip();
    return span.matches("\\d{1,5}") ? Integer.parseInt(span) : 1;
  }

  @Override
  public void close() {}
}
