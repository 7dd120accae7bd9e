package dev.rolecall.record;

import dev.rolecall.ruleset.FileSet;

/** Files on their way into the archive: the rules of a decision, or its scenarios. */
record Archived(String hash, String decision, FileSet files) {}
