/**
 * The record as people read it: lists, the page of one entry, counts, what was overridden, an
 * export that proves itself, and recorded decisions as cases to ask again. It reads; appending is
 * for {@code record}. Commands and web pages call it.
 */
@NullMarked
package dev.rolecall.audit;

import org.jspecify.annotations.NullMarked;
