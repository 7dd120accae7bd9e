package dev.rolecall.edit;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import java.util.List;

/**
 * Turns a problem of a spliced rule file into one of the cell that caused it. Cells hold single
 * lines, so the lines of the file stay where they are.
 *
 * @param shown the folder of the files as messages name it
 */
record SheetPlaces(String shown, List<SheetChange> changes) {

  Problem inSheet(Problem problem) {
    List<SheetChange> onLine =
        changes.stream().filter(c -> line(c.splice().span().at()).equals(line(problem))).toList();
    List<SheetChange> ofRule = changes.stream().filter(c -> isIn(c, problem)).toList();
    List<SheetChange> causes = ofRule.isEmpty() ? onLine : ofRule;
    if (causes.isEmpty()) {
      return problem;
    }
    Place cell = causes.get(0).cell();
    Place at = causes.size() == 1 ? cell : Place.ofCell(cell.file(), cell.line(), "");
    return new Problem(at, problem.message() + " (" + problem.at() + ")");
  }

  private String line(Place at) {
    return shown + "/" + at.fileAndLine();
  }

  private static String line(Problem problem) {
    return problem.at().fileAndLine();
  }

  /** Whether it is said of the rule as a whole, at its first line. */
  private boolean isIn(SheetChange change, Problem problem) {
    return line(change.rule().at()).equals(line(problem));
  }
}
