package org.csrgrid.grid.creation;

import java.time.Instant;

/**
 * Which new thing an idempotency key stands for, for good.
 *
 * @param id the new thing's, unique
 * @param userId whose key it is
 * @param fingerprint SHA-256 of what was asked, to tell a repeat from a reused key
 * @param at when it was first asked for, so that a repeat makes the very same thing
 */
public record Creation(long id, long userId, String key, String fingerprint, Instant at) {

    /** Its key in the map; unique per person and idempotency key. */
    public String guard() {
        return guard(userId, key);
    }

    public static String guard(long userId, String key) {
        return userId + ":" + key;
    }
}
