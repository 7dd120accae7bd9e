package dev.rolecall.intake;

import dev.rolecall.problem.Result;
import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One case of an input, as it stands.
 *
 * @param number the row of a table as a spreadsheet counts it (the header is 1), or the number of
 *     the case in a document
 * @param cells under the columns of the input; empty where the case cannot be read at all
 * @param reading what the case says, worked out when asked, on any thread
 * @param words adds what a description says, behind all that is stated
 * @param placing puts cells under the columns of the input
 */
public record Row(
    String file,
    int number,
    List<String> cells,
    Supplier<Result<Situation>> reading,
    UnaryOperator<Situation> words,
    UnaryOperator<List<String>> placing) {

  Row(String file, int number, List<String> cells, Supplier<Result<Situation>> reading) {
    this(file, number, cells, reading, UnaryOperator.identity(), UnaryOperator.identity());
  }

  /** The same row, with more to say of what it reads. */
  Row reading(UnaryOperator<Result<Situation>> further) {
    return new Row(file, number, cells, () -> further.apply(reading.get()), words, placing);
  }

  /** The same row with a description. */
  Row described(UnaryOperator<Situation> by) {
    return new Row(file, number, cells, reading, by, placing);
  }

  /** The same case under the columns of an input that has others too. */
  Row under(UnaryOperator<List<String>> columns) {
    List<String> placed = cells.isEmpty() ? cells : columns.apply(cells);
    return new Row(file, number, placed, reading, words, columns);
  }

  public Result<Situation> situation() {
    return reading.get().then(stated -> Result.ok(words.apply(stated)));
  }

  /**
   * Its cells as they stand; for a case of a document, its id and what it says, attribute by
   * attribute: values that follow from others, or were read out of a description, are left out.
   */
  public List<String> cells(Situation situation) {
    if (!cells.isEmpty()) {
      return cells;
    }
    List<String> values = new ArrayList<>(List.of(situation.id()));
    for (Attribute attribute : situation.vocabulary().attributes()) {
      values.add(
          situation
              .answer(attribute)
              .filter(answer -> answer.origin() == Origin.STATED)
              .map(answer -> answer.value().toString())
              .orElse(""));
    }
    return placing.apply(values);
  }
}
