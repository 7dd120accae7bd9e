package dev.rolecall.intake;

import java.util.ArrayList;
import java.util.List;

/** What parts the cells of a table: a comma, a semicolon, a tab or a bar. */
final class Separator {

  private static final char[] CANDIDATES = {',', ';', '\t', '|'};
  private static final int LINES = 20;

  private Separator() {}

  /**
   * The one that is declared, else the one by which most of a header is understood, else the one
   * that the first line has most of.
   */
  static char of(String beginning, ColumnNames names) {
    List<String> lines = beginning.lines().filter(l -> !l.isBlank()).limit(LINES).toList();
    String first = lines.isEmpty() ? "" : lines.get(0);
    if (first.length() == Header.SEPARATOR.length() + 1 && first.startsWith(Header.SEPARATOR)) {
      return first.charAt(Header.SEPARATOR.length());
    }
    char best = CANDIDATES[0];
    for (char candidate : CANDIDATES) {
      int better = Integer.compare(known(lines, candidate, names), known(lines, best, names));
      boolean more = cells(first, candidate).size() > cells(first, best).size();
      best = better > 0 || better == 0 && more ? candidate : best;
    }
    return best;
  }

  /** How many cells of a header are understood; one alone is there with any separator. */
  private static int known(List<String> lines, char separator, ColumnNames names) {
    int known = lines.stream().mapToInt(l -> names.known(cells(l, separator))).max().orElse(0);
    return known == 1 ? 0 : known;
  }

  /** The cells of a line that is a row of its own, as a header is. */
  private static List<String> cells(String line, char separator) {
    List<String> cells = new ArrayList<>();
    boolean quoted = false;
    int begin = 0;
    for (int i = 0; i < line.length(); i++) {
      quoted ^= line.charAt(i) == '"';
      if (!quoted && line.charAt(i) == separator) {
        cells.add(line.substring(begin, i));
        begin = i + 1;
      }
    }
    cells.add(line.substring(begin));
    return cells;
  }
}
