package dev.rolecall.cli;

import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.ruleset.Ruleset;

/**
 * Rules as a command line names them.
 *
 * @param name as people are told: {@code v3, published}, {@code working folder rules/hiring}
 */
record NamedRules(String name, RuleFiles files) {

  /** Ready to answer; or the end of the command. */
  Ruleset open(Folders folders) {
    return Refused.unless(files.open(folders.home().resolve("cache")), ExitCode.RULES_REFUSED);
  }

  /** The name, and the hash in short. */
  String shown() {
    return name + " (" + files.hash().substring(0, 12) + ")";
  }
}
