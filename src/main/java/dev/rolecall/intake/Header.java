package dev.rolecall.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header of a table, which need not be its first row: exports put titles and dates above it. It
 * is the row of the first few in which most is understood.
 *
 * @param known how many of its cells are understood
 * @param titled whether something stands above it
 * @param behind the rows behind it that were read to find it
 */
record Header(TableRow row, int known, boolean titled, List<TableRow> behind) {

  private static final int FIRST_FEW = 20;

  /** As many rows as a sheet has; a header that stands further down is not looked for. */
  private static final int LAST = 1_048_576;

  /** What Excel writes above the header, with the separator behind it. */
  static final String SEPARATOR = "sep=";

  /** The header, or null where there are nothing but blank rows to look for it in. */
  static @Nullable Header find(TableRows rows, ColumnNames names) throws IOException {
    List<TableRow> first = new ArrayList<>();
    TableRow row = rows.next();
    while (row != null) {
      if (!row.isBlank() && !isSeparator(row)) {
        first.add(row);
      }
      row = first.size() < FIRST_FEW && row.number() < LAST ? rows.next() : null;
    }
    return first.isEmpty() ? null : best(first, names);
  }

  private static Header best(List<TableRow> first, ColumnNames names) {
    int best = 0;
    int known = known(first.get(0), names);
    for (int i = 1; i < first.size(); i++) {
      int found = known(first.get(i), names);
      if (found > known) {
        best = i;
        known = found;
      }
    }
    return new Header(
        first.get(best), known, best > 0, List.copyOf(first.subList(best + 1, first.size())));
  }

  private static int known(TableRow row, ColumnNames names) {
    return row.fault() == null ? names.known(row.cells()) : 0;
  }

  private static boolean isSeparator(TableRow row) {
    return !row.cells().isEmpty()
        && row.cells().get(0).equals(SEPARATOR)
        && row.cells().stream().skip(1).allMatch(String::isBlank);
  }
}
