package dev.rolecall.intake;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a table, one at a time. Where the quotes of one are broken, reading goes on with
 * the next line; only a quote that is never closed takes the rest of the file with it.
 */
final class CsvRecords {

  /** The quotes are broken: in which cell, from 0, and how many lines cannot be read for it. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;
    private final int cell;
    private final long lines;
    private final boolean toTheEnd;

    private Broken(int cell, long lines, boolean toTheEnd) {
      super(null, null, false, false);
      this.cell = cell;
      this.lines = lines;
      this.toTheEnd = toTheEnd;
    }

    int cell() {
      return cell;
    }

    long lines() {
      return lines;
    }

    boolean toTheEnd() {
      return toTheEnd;
    }
  }

  private final char separator;
  private final Lines lines;
  private Cells cells = new Cells();
  private Iterator<List<String>> records;

  CsvRecords(Reader text, char separator) {
    this.separator = separator;
    this.lines = new Lines(text);
    this.records = records();
  }

  private Iterator<List<String>> records() {
    cells = new Cells();
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(false)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .build(cells, lines)
        .iterator();
  }

  /** The cells of the next record, or null at the end. */
  @Nullable List<String> next() throws Broken, IOException {
    long before = lines.count();
    try {
      return records.hasNext() ? records.next() : null;
    } catch (CsvParseException e) {
      int cell = cells.broken();
      records = records();
      throw new Broken(cell, Math.max(1, lines.count() - before), lines.ended());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static final class Cells extends AbstractBaseCsvCallbackHandler<List<String>> {
    private List<String> cells = List.of();

    @Override
    protected void handleBegin(long line) {
      cells = new ArrayList<>();
    }

    @Override
    protected void handleField(int field, char[] text, int from, int length, boolean quoted) {
      cells.add(new String(text, from, length));
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

  /**
   * Gives no more than a line at a time, so that what has been taken ends where a broken record
   * ends.
   */
  private static final class Lines extends Reader {
    private final Reader text;
    private final char[] buffer = new char[16_384];
    private int position;
    private int end;
    private long count;

    Lines(Reader text) {
      this.text = text;
    }

    /** Lines given so far; the end of the file does not count as one. */
    long count() {
      return count;
    }

    boolean ended() {
      return end < 0;
    }

    @Override
    public int read(char[] to, int from, int length) throws IOException {
      if (end >= 0 && position == end) {
        position = 0;
        end = text.read(buffer, 0, buffer.length);
      }
      if (end < 0) {
        return -1;
      }
      int given = 0;
      while (given < length && position < end) {
        char c = buffer[position++];
        to[from + given++] = c;
        if (c == '\n') {
          count++;
          break;
        }
      }
      return given;
    }

    @Override
    public void close() throws IOException {
      text.close();
    }
  }
}
