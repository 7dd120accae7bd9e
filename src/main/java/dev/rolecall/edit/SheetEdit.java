package dev.rolecall.edit;

import dev.rolecall.ruleset.RuleFiles;
import java.util.List;

/**
 * What a sheet makes of the rules.
 *
 * @param before the files as they are
 * @param after the files with its changes; not written
 * @param changes in the order of the sheet
 * @param deleted how many rules it does not list any more; they stay as they are
 * @param outdated whether the rules were changed since it was made
 */
public record SheetEdit(
    RuleFiles before, RuleFiles after, List<SheetChange> changes, int deleted, boolean outdated) {

  public SheetEdit {
    changes = List.copyOf(changes);
  }
}
