/** Scenario files: read, run against a ruleset, reported as expected against actual. */
@NullMarked
package dev.rolecall.scenario;

import org.jspecify.annotations.NullMarked;
