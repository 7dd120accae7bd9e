package dev.rolecall.intake;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.rolecall.document.CsvText;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a text with separators. Where the quotes of one are broken, or one is too long,
 * reading goes on behind it; only a quote that is never closed takes the rest of the file with it.
 */
final class CsvRows implements TableRows {

  /** The longest cell, in characters: a posting has thousands, a spreadsheet holds 32,767. */
  static final int LONGEST_CELL = 4 * 1024 * 1024;

  /** As much as a row holds in all its cells. */
  private static final int LONGEST_ROW = 2 * LONGEST_CELL;

  private static final String NEVER_CLOSED =
      "the quote that opens here is never closed, so that nothing from here to the end of the file"
          + " can be read";

  private static final String TOO_LONG =
      "this cell holds more than "
          + LONGEST_CELL / 1024 / 1024
          + " million characters; maybe a quote is never closed";

  private final char separator;
  private final CsvLines lines;
  private Cells cells = new Cells();
  private Iterator<List<String>> records;
  private int row;
  private boolean ended;

  CsvRows(Reader text, char separator) {
    this.separator = separator;
    this.lines = new CsvLines(text, separator);
    this.records = records();
  }

  private Iterator<List<String>> records() {
    cells = new Cells();
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(false)
        .allowUnclosedQuote(false)
        .maxBufferSize(LONGEST_CELL)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .build(cells, lines)
        .iterator();
  }

  @Override
  public @Nullable TableRow next() throws IOException {
    if (ended) {
      return null;
    }
    row++;
    lines.beginRow();
    try {
      return records.hasNext() ? whole(records.next()) : null;
    } catch (CsvParseException e) {
      return broken();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private TableRow whole(List<String> found) {
    if (found.size() > MOST_COLUMNS || cells.size > LONGEST_ROW) {
      String most =
          found.size() > MOST_COLUMNS
              ? MOST_COLUMNS + " columns"
              : LONGEST_ROW / 1024 / 1024 + " million characters";
      return TableRow.broken(row, List.of(), -1, "this row has more than " + most);
    }
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).indexOf('\0') >= 0) {
        List<String> shown = found.stream().map(c -> c.replace('\0', '\uFFFD')).toList();
        return TableRow.broken(
            row, shown, i, "a zero byte stands in this cell, which no text holds; is it damaged?");
      }
    }
    return new TableRow(row, found, null);
  }

  /** The parser has given up; what it would not take is left behind. */
  private TableRow broken() throws IOException {
    int cell = cells.broken();
    boolean tooLong = lines.lengthOfCell() >= LONGEST_CELL / 2 && !lines.ended();
    if (tooLong) {
      lines.skipRow();
    }
    ended = lines.ended() && (lines.isInQuotes() || !tooLong);
    int at = row;
    row += Math.max(1, lines.ofRow()) - 1;
    records = records();
    String words = ended ? NEVER_CLOSED : tooLong ? TOO_LONG : brokenQuotes(lines.ofRow());
    return TableRow.broken(at, List.of(), cell, words);
  }

  private static String brokenQuotes(int lines) {
    return "the quotes of this cell are broken: a text in quotes ends where a separator follows,"
        + " and a quote inside it is written twice"
        + (lines > 1 ? "; these " + lines + " lines cannot be read for it" : "");
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private static final class Cells extends AbstractBaseCsvCallbackHandler<List<String>> {
    private List<String> cells = List.of();
    private long size;

    @Override
    protected void handleBegin(long line) {
      cells = new ArrayList<>();
      size = 0;
    }

    @Override
    protected void handleField(int field, char[] text, int from, int length, boolean quoted) {
      size += length;
      if (cells.size() <= MOST_COLUMNS && size <= LONGEST_ROW) {
        cells.add(CsvText.plain(new String(text, from, length)));
      }
    }

    @Override
    protected void handleEmpty() {
      cells.add("");
    }

    @Override
    protected List<String> buildRecord() {
      return Collections.unmodifiableList(cells);
    }

    int broken() {
      return cells.size();
    }
  }
}
