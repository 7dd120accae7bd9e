/**
 * What follows from what: the closed rule language as a tree, each node with the place where it
 * stands. Pure data, made by {@code ruleset} from DRL and from nothing else; catalogue, difference
 * and proof read it.
 */
@NullMarked
package dev.rolecall.rule;

import org.jspecify.annotations.NullMarked;
