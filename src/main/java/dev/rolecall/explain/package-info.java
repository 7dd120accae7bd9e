/** How a decision reads: as text for a terminal. Decides nothing and knows no rule. */
@NullMarked
package dev.rolecall.explain;

import org.jspecify.annotations.NullMarked;
