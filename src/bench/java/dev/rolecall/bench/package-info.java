/**
 * Measures one decision: by the rules, by Drools alone, and as it would be without rules, written
 * in plain Java. Not part of the program.
 */
@NullMarked
package dev.rolecall.bench;

import org.jspecify.annotations.NullMarked;
