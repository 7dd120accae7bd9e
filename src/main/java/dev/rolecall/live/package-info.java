/**
 * The rules of a process that runs on while people edit them: their folders are watched, and what
 * was saved is live once it has passed its checks. For the long-running edges, {@code cli} and
 * {@code web}.
 */
@NullMarked
package dev.rolecall.live;

import org.jspecify.annotations.NullMarked;
