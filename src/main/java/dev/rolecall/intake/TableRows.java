package dev.rolecall.intake;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a table, one at a time, in order. */
interface TableRows extends Closeable {

  /** The widest sheet that spreadsheets know; nobody exports more columns. */
  int MOST_COLUMNS = 16_384;

  /** The next row, or null at the end. */
  @Nullable TableRow next() throws IOException;
}
