/**
 * Files that are written beside their place and renamed, so that what stands under a name is never
 * half of something. Every room that writes files writes them so; it knows none of them.
 */
@NullMarked
package dev.rolecall.file;

import org.jspecify.annotations.NullMarked;
