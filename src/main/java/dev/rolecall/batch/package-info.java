/**
 * Many cases in, result files out: streaming, on all cores, in the order of the input, in memory
 * that does not grow with it. {@link dev.rolecall.batch.Past} is what the record knew of the cases
 * before, {@link dev.rolecall.batch.Asking} what people have to be asked.
 */
@NullMarked
package dev.rolecall.batch;

import org.jspecify.annotations.NullMarked;
