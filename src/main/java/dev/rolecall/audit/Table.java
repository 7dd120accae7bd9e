package dev.rolecall.audit;

import dev.rolecall.explain.Page;
import dev.rolecall.explain.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of cells in columns as wide as they need to be. Where the terminal is narrower, the widest
 * columns are cut until all fit, and what is cut ends with a sign.
 */
final class Table {

  private static final String GAP = "  ";

  private final Style style;
  private final List<String> headers;
  private final List<List<String>> rows = new ArrayList<>();

  Table(Style style, String... headers) {
    this.style = style;
    this.headers = List.of(headers);
  }

  void row(String... cells) {
    rows.add(IntStream.range(0, cells.length).mapToObj(i -> Style.clean(cells[i])).toList());
  }

  void print(Page page) {
    int[] widths = widths();
    page.line(style.bold(line(headers, widths)));
    rows.forEach(row -> page.line(line(row, widths)));
  }

  private int[] widths() {
    int[] widths = IntStream.range(0, headers.size()).map(this::widest).toArray();
    int room = style.width() - GAP.length() * (widths.length - 1);
    while (IntStream.of(widths).sum() > room) {
      widths[widest(widths)]--;
    }
    return widths;
  }

  private int widest(int column) {
    int header = headers.get(column).length();
    return rows.stream().mapToInt(row -> row.get(column).length()).reduce(header, Math::max);
  }

  private static int widest(int[] widths) {
    return IntStream.range(0, widths.length)
        .reduce(0, (best, i) -> widths[i] > widths[best] ? i : best);
  }

  /** Numbers stand at the right end of their columns. */
  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cut(cells.get(i), widths[i]);
      String space = " ".repeat(widths[i] - cell.length());
      boolean number =
          !cell.isEmpty() && cell.chars().allMatch(c -> c == ',' || Character.isDigit(c));
      line.append(i == 0 ? "" : GAP).append(number ? space + cell : cell + space);
    }
    return line.toString().stripTrailing();
  }

  private static String cut(String cell, int width) {
    return cell.length() <= width ? cell : cell.substring(0, width - 1) + "…";
  }
}
