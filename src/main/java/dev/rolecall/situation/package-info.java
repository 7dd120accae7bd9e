/**
 * What is known: a value for each attribute of a vocabulary, and where each came from. Reads no
 * files; documents and cells come in, situations or problems go out.
 */
@NullMarked
package dev.rolecall.situation;

import org.jspecify.annotations.NullMarked;
