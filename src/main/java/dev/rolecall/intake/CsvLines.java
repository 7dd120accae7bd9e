package dev.rolecall.intake;

import java.io.IOException;
import java.io.Reader;

/**
 * A text given to the parser of a table no more than a line at a time, so that what has been taken
 * ends where a broken row ends. It follows the quotes, so that a row that is too long can be left
 * behind whole.
 */
final class CsvLines extends Reader {

  private enum At {
    START_OF_CELL,
    CELL,
    QUOTES,
    QUOTE_IN_QUOTES
  }

  private final Reader text;
  private final char separator;
  private final char[] buffer = new char[16_384];
  private int position;
  private int end;
  private At at = At.START_OF_CELL;
  private int linesOfRow;
  private long lengthOfCell;

  CsvLines(Reader text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  /** A row begins where the text has been taken to. */
  void beginRow() {
    linesOfRow = 0;
    lengthOfCell = 0;
    at = At.START_OF_CELL;
  }

  /** Lines taken for this row; the end of the file does not count as one. */
  int ofRow() {
    return linesOfRow;
  }

  long lengthOfCell() {
    return lengthOfCell;
  }

  boolean isInQuotes() {
    return at == At.QUOTES;
  }

  boolean ended() {
    return end < 0;
  }

  @Override
  public int read(char[] to, int from, int length) throws IOException {
    if (!fill()) {
      return -1;
    }
    int given = 0;
    boolean line = false;
    while (given < length && position < end && !line) {
      line = take(to[from + given++] = buffer[position++]);
    }
    return given;
  }

  private boolean fill() throws IOException {
    if (end >= 0 && position == end) {
      position = 0;
      end = text.read(buffer, 0, buffer.length);
    }
    return end >= 0;
  }

  /** Takes a character; whether a line ends with it. */
  private boolean take(char c) {
    lengthOfCell++;
    if (at == At.QUOTES) {
      at = c == '"' ? At.QUOTE_IN_QUOTES : At.QUOTES;
    } else if (c == '"' && at != At.CELL) {
      at = At.QUOTES;
    } else if (c == separator || c == '\n') {
      at = At.START_OF_CELL;
      lengthOfCell = 0;
    } else {
      at = At.CELL;
    }
    linesOfRow += c == '\n' ? 1 : 0;
    return c == '\n';
  }

  /** Goes on to the end of the row, or of the text. */
  void skipRow() throws IOException {
    boolean ended = false;
    while (!ended && fill()) {
      ended = take(buffer[position++]) && at != At.QUOTES;
    }
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
