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

  /**
   * How well a header is understood: the earlier it stands, and the more of its cells are known.
   * Below it, questions may stand in a cell of a result. One alone is there with any separator.
   */
  private static int known(List<String> lines, char separator, ColumnNames names) {
    for (int i = 0; i < lines.size(); i++) {
      int known = names.known(cells(lines.get(i), separator));
      if (known > 1) {
        return (LINES - i) * TableRows.MOST_COLUMNS + Math.min(known, TableRows.MOST_COLUMNS - 1);
      }
    }
    return 0;
  }

  static String word(char separator) {
    return switch (separator) {
      case ',' -> "comma";
      case ';' -> "semicolon";
      case '\t' -> "tab";
      case '|' -> "bar";
      default -> "`" + separator + "`";
    };
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
