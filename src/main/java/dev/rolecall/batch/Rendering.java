package dev.rolecall.batch;

import dev.rolecall.intake.Intake;
import java.util.List;

/** How decided rows are written; used by many threads at once. */
interface Rendering {

  /** What the file begins with. */
  String header();

  /** The line of a requisition that is in no row. */
  String line(Closed requisition);

  /** The lines of the rows that were decided, in order; nothing for those that were refused. */
  String lines(Intake input, List<Decided> rows);
}
