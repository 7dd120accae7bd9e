/**
 * JSON and YAML texts as trees that remember where each value stands, so that whoever reads a
 * situation, a scenario or a mapping can name line and column. Knows nothing of what the documents
 * mean.
 */
@NullMarked
package dev.rolecall.document;

import org.jspecify.annotations.NullMarked;
