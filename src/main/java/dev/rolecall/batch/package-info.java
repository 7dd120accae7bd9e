/**
 * Many cases in, result files out: streaming, on all cores, in the order of the input, in memory
 * that does not grow with it.
 */
@NullMarked
package dev.rolecall.batch;

import org.jspecify.annotations.NullMarked;
