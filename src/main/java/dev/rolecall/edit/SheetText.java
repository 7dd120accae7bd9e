package dev.rolecall.edit;

import dev.rolecall.explain.Style;
import dev.rolecall.problem.Counted;
import java.util.ArrayList;
import java.util.List;

/** What a sheet would change, as lines for a terminal. */
public final class SheetText {

  private static final String INDENT = "    ";
  private static final String TO = " → ";

  private SheetText() {}

  /** Each rule that changes, where it stands, and below it the old and the new. */
  public static List<String> lines(SheetEdit edit, Style style) {
    List<String> lines = new ArrayList<>();
    String rule = "";
    for (SheetChange change : edit.changes()) {
      if (!change.rule().id().equals(rule)) {
        rule = change.rule().id();
        String at = edit.before().shown() + "/" + change.rule().at().fileAndLine();
        lines.add(style.bold(rule) + style.faint(" · " + at));
      }
      lines.addAll(change(change, style));
    }
    lines.add(summary(edit));
    return lines;
  }

  private static List<String> change(SheetChange change, Style style) {
    String what = INDENT + change.what() + ": ";
    String before = change.before().isEmpty() ? "nothing" : Style.clean(change.before());
    String after = Style.clean(change.after());
    String line = what + before + TO + after;
    return line.length() <= style.width()
        ? List.of(line)
        : List.of(what.stripTrailing(), INDENT + "  - " + before, INDENT + "  + " + after);
  }

  private static String summary(SheetEdit edit) {
    long rules = edit.changes().stream().map(c -> c.rule().id()).distinct().count();
    String changed =
        rules == 0
            ? "The sheet changes nothing."
            : Counted.of(rules, "rule")
                + " changed, in "
                + Counted.of(edit.changes().size(), "cell")
                + ".";
    String deleted =
        edit.deleted() == 0
            ? ""
            : " "
                + Counted.of(edit.deleted(), "rule")
                + " not on the sheet any more, left as in the files.";
    String outdated =
        edit.outdated()
            ? " The rules were changed since the sheet was made; make a new one before you go on."
            : "";
    return changed + deleted + outdated;
  }
}
