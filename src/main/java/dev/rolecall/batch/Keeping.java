package dev.rolecall.batch;

import dev.rolecall.decision.Decision;
import dev.rolecall.intake.Row;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.record.Draft;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes of the decisions of a batch before their lines are written. */
public interface Keeping extends AutoCloseable {

  /**
   * The entry of a row, as far as it has one.
   *
   * @param id null where it has none
   * @param draft of it, where it is still to be appended
   * @param changed why the batch cannot go on
   */
  record RowEntry(@Nullable UUID id, @Nullable Draft draft, @Nullable Problem changed) {
    static final RowEntry NONE = new RowEntry(null, null, null);
  }

  /** Says which entry one row has, once it is decided; asked by any thread. */
  interface Keeper {
    /**
     * @param remembered that the decision rests on: for which decision each answer was stated
     */
    RowEntry keep(Result<Decision> decided, Map<String, UUID> remembered);
  }

  /** What was recorded before. */
  Past past();

  /**
   * Asked for each row as it is read.
   *
   * @param file the number of the input, from 1
   */
  Keeper next(int file, Row row);

  /** Asked for groups of rows in order, before their lines are written. */
  void append(List<Draft> drafts);

  /** Asked when all rows are read: a row that has an entry and was not among them. */
  Optional<Problem> missing();

  /** Asked when the results are whole. */
  void end(Summary summary);

  /** What there is to say of it then. */
  String words();

  @Override
  void close();
}
