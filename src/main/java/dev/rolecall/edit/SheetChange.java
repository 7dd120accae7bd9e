package dev.rolecall.edit;

import dev.rolecall.problem.Place;
import dev.rolecall.rule.Rule;

/**
 * A cell that was changed.
 *
 * @param what of the rule it is, for people: {@code scope.teams is at least}, {@code Text}
 * @param before what the rule says now, in the words of the sheet
 * @param after what the cell says
 * @param cell where it stands
 * @param splice what has to be done to the rule file
 */
public record SheetChange(
    Rule rule, String what, String before, String after, Place cell, Splice splice) {}
