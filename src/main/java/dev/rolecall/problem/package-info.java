/**
 * What is wrong with an input: where, what was found, what is allowed, and the nearest match. Every
 * room may use it; it knows none of them.
 */
@NullMarked
package dev.rolecall.problem;

import org.jspecify.annotations.NullMarked;
