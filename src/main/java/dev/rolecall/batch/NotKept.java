package dev.rolecall.batch;

import dev.rolecall.intake.Row;
import dev.rolecall.problem.Problem;
import dev.rolecall.record.Draft;
import dev.rolecall.ruleset.Ruleset;
import java.util.List;
import java.util.Optional;

/**
 * A batch that is not recorded.
 *
 * @param why {@code --no-record}
 */
public record NotKept(String why, Ruleset ruleset) implements Keeping {

  @Override
  public Past past() {
    return Past.none(ruleset);
  }

  @Override
  public Keeper next(int file, Row row) {
    return (decided, remembered) -> RowEntry.NONE;
  }

  @Override
  public void append(List<Draft> drafts) {}

  @Override
  public Optional<Problem> missing() {
    return Optional.empty();
  }

  @Override
  public void end(Summary summary) {}

  @Override
  public String words() {
    return "Not recorded (" + why + ").";
  }

  @Override
  public void close() {}
}
