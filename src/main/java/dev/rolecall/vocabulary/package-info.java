/**
 * What can be asked: fact types, attributes, their types, ranges and questions, and the outcomes of
 * a decision, as one {@code vocabulary.drl} declares them. Pure data; every room that reads or
 * writes situations derives from it.
 */
@NullMarked
package dev.rolecall.vocabulary;

import org.jspecify.annotations.NullMarked;
