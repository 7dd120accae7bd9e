package dev.rolecall.batch;

import dev.rolecall.intake.Intake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The file of the results: rows are prepared by many threads, and written by one in their order.
 */
interface ResultsFile extends AutoCloseable {

  /** Rows that are ready to be written. */
  interface Prepared {
    void write() throws IOException;
  }

  /** The rows that were decided, in order; nothing of those that were refused. */
  Prepared prepare(Intake input, List<Decided> rows);

  /**
   * A row that was refused; it is in the rejects file already.
   *
   * @param cells under the columns of {@link Results#rejectsOf}
   */
  void refused(List<String> cells) throws IOException;

  /** A requisition that is in no row; they come behind all rows. */
  void closed(Closed requisition) throws IOException;

  /** All rows are there: the file takes its name. */
  void complete(Provenance provenance) throws IOException;

  /** The rows so far stay beside its place, as a file that can be opened. */
  Path leave(Provenance provenance) throws IOException;

  /** What was neither completed nor left is thrown away. */
  @Override
  void close() throws IOException;
}
