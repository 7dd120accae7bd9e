/**
 * One class per command. Thin: reads options, calls the rooms that do the work, prints what they
 * give.
 */
@NullMarked
package dev.rolecall.cli;

import org.jspecify.annotations.NullMarked;
