/**
 * Cases in: situations out of JSON, JSON Lines, YAML and CSV files, one after another, with
 * whatever else a row carries. Reading is streaming; what a row says is understood later, by
 * whichever thread has time.
 */
@NullMarked
package dev.rolecall.intake;

import org.jspecify.annotations.NullMarked;
