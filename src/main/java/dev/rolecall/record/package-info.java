/**
 * The append-only audit record: what was decided, reviewed, published and removed, as a chain of
 * hashes in SQLite or PostgreSQL, with the rules that it rests on. Whoever decides for keeps
 * appends here before an answer leaves; whoever asks later reads here. {@link
 * dev.rolecall.record.AuditRecord} is the door.
 */
@NullMarked
package dev.rolecall.record;

import org.jspecify.annotations.NullMarked;
