package dev.rolecall.edit;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.ruleset.RuleFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules of a decision as a spreadsheet (.xlsx): a row each, and in cells of their own the
 * numbers, choices and words that may be changed. What was changed there is spliced back into the
 * rule files.
 */
public final class Sheet {

  private Sheet() {}

  /** The bytes of a workbook with every rule; or every problem of the rules. */
  public static Result<byte[]> of(RuleFiles files) {
    return files
        .rulebook()
        .then(rules -> Result.ok(SheetWriter.bytes(files, SheetRows.of(files, rules))));
  }

  /**
   * The files with what was changed in a workbook; or every problem of its cells, by row and
   * column.
   *
   * @param files as they are now
   * @param name of the workbook, for messages
   */
  public static Result<SheetEdit> apply(RuleFiles files, String name, Path workbook) {
    return files
        .rulebook()
        .then(
            rules ->
                SheetReader.read(name, workbook).then(content -> apply(files, rules, content)));
  }

  private static Result<SheetEdit> apply(RuleFiles files, Rulebook rules, SheetContent content) {
    if (!content.decision().equals(files.decision())) {
      return Result.refused(
          Place.of(content.file()),
          "it is a sheet of `"
              + content.decision()
              + "`, not of `"
              + files.decision()
              + "`; say `--decision "
              + content.decision()
              + "`");
    }
    String hash = files.hash();
    SheetChanges read = SheetChanges.of(content, SheetRows.of(files, rules), hash);
    List<SheetChange> changes = read.changes();
    Result<RuleFiles> after =
        Splice.into(files, changes.stream().map(SheetChange::splice).toList());
    List<Problem> problems = new ArrayList<>(read.problems());
    if (after instanceof Result.Refused<RuleFiles> refused) {
      SheetPlaces places = new SheetPlaces(files.shown(), changes);
      refused.problems().stream().map(places::inSheet).forEach(problems::add);
    }
    if (!problems.isEmpty()) {
      return Result.refused(problems.stream().sorted().toList());
    }
    Set<String> deleted = new HashSet<>(content.originals().keySet());
    content.lines().forEach(line -> deleted.remove(line.id()));
    boolean outdated = !content.ruleset().equals(hash);
    return after.then(to -> Result.ok(new SheetEdit(files, to, changes, deleted.size(), outdated)));
  }
}
