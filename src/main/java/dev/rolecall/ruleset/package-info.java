/**
 * From rule files to decisions; the only room that knows Drools. DRL text is read by Drools'
 * parser, translated into the closed tree of {@code rule} (what has no place there is refused),
 * printed from that tree, compiled, and asked in three phases. What stands in a rule file is never
 * compiled itself.
 */
@NullMarked
package dev.rolecall.ruleset;

import org.jspecify.annotations.NullMarked;
