/**
 * What a ruleset can tell apart: the values of each attribute that make a difference, all
 * situations made of them, and which answers can still change what. Asks the ruleset and nothing
 * else; knows no rule by name.
 */
@NullMarked
package dev.rolecall.space;

import org.jspecify.annotations.NullMarked;
