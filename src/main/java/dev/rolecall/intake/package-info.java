/**
 * Cases in: situations out of whatever systems export, one after another, with whatever else a row
 * carries. {@code Opening} finds out what a file is packed in and how it is written, {@code
 * Understanding} what its columns mean. Reading is streaming; what a row says is understood later,
 * by whichever thread has time. Files are never trusted: memory and time are bounded. {@code
 * SmallWorkbook} reads forms that others laid out.
 */
@NullMarked
package dev.rolecall.intake;

import org.jspecify.annotations.NullMarked;
