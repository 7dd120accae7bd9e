/**
 * Changes rule files where they stand: a part of a rule in its place, and the sheet in which people
 * who live in spreadsheets change many at once. Nothing is written here; a change is a value, and
 * accepted only if the rules say so after it was read again.
 */
@NullMarked
package dev.rolecall.edit;

import org.jspecify.annotations.NullMarked;
