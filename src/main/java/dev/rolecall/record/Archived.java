package dev.rolecall.record;

import dev.rolecall.ruleset.RuleFiles;

/** The files of a ruleset on their way into the archive. */
record Archived(String hash, RuleFiles files) {}
