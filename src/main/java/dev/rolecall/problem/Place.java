package dev.rolecall.problem;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands: a line and column of a text, a cell of a table, or a file as a whole.
 *
 * @param file the file as the reader of a message knows it; empty where there is none
 * @param line from 1; 0 where the place is the whole file
 * @param column from 1; 0 where the place is the whole line
 * @param cell the header of a table's column, for which {@code line} is the row; null in a text
 */
public record Place(String file, int line, int column, @Nullable String cell) {

  public static Place of(String file) {
    return new Place(file, 0, 0, null);
  }

  public static Place of(String file, int line, int column) {
    return new Place(file, line, column, null);
  }

  public static Place ofCell(String file, int row, @Nullable String header) {
    return new Place(file, row, 0, header == null ? "" : header);
  }

  /** The same place in the file of another name. */
  public Place in(String otherFile) {
    return new Place(otherFile, line, column, cell);
  }

  /** {@code file:line}, without the column: where a rule stands, for people. */
  public String fileAndLine() {
    return line == 0 ? file : file + ":" + line;
  }

  /** {@code file:line:column}, or {@code file: row 4, column "scope.teams"} in a table. */
  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    if (cell != null) {
      return file + ": row " + line + (cell.isEmpty() ? "" : ", column \"" + cell + "\"");
    }
    return file + ":" + line + (column == 0 ? "" : ":" + column);
  }
}
