package dev.rolecall.record;

import dev.rolecall.ruleset.FileSet;
import dev.rolecall.ruleset.RuleFiles;
import java.util.Optional;

/**
 * Rules as a version keeps them, or as the working folders hold them.
 *
 * @param scenarios what the rules are checked with; empty where that is not known
 */
public record RulesAndScenarios(RuleFiles files, Optional<FileSet> scenarios) {

  /** Of the scenarios; empty where there are none. */
  Optional<String> hashOfScenarios() {
    return scenarios.filter(s -> !s.isEmpty()).map(FileSet::hash);
  }
}
