/**
 * What a description says of the work: sentences turned into inferred answers by the cues of a
 * ruleset ({@code cues.csv}), each with its sentence as a quote. Knows phrases and no attribute by
 * name. Pure: texts come in, readings go out.
 */
@NullMarked
package dev.rolecall.cue;

import org.jspecify.annotations.NullMarked;
