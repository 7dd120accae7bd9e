/**
 * What is answered: findings, voices, their balance, the recommendation and the whole decision,
 * with the arithmetic that leads from one to the next. Pure data; {@link
 * dev.rolecall.decision.Known}, {@link dev.rolecall.decision.Voice}, {@link
 * dev.rolecall.decision.Balance} and {@link dev.rolecall.decision.Recommendation} are also the
 * facts that rules read.
 */
@NullMarked
package dev.rolecall.decision;

import org.jspecify.annotations.NullMarked;
