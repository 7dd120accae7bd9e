package dev.rolecall.record;

/**
 * Who had an entry made, and by what way.
 *
 * @param actor the account
 * @param channel {@code cli}, {@code batch}, {@code web}
 */
public record Author(String actor, String channel) {}
