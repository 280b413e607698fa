package org.csrgrid.grid.cache.slot;

import org.jspecify.annotations.Nullable;

/**
 * What the grid keeps of one key.
 *
 * @param stored the value, fresh or stale; null if there is none
 * @param lease who loads the next value; null if nobody does
 * @param quietUntil nobody should load before, because the last load failed; microseconds since 1970, 0 for at once
 */
public record Slot(@Nullable Stored stored, @Nullable Lease lease, long quietUntil) {

    static final Slot EMPTY = new Slot(null, null, 0);

    /** The token of the value; 0 if there is none. */
    public long token() {
        return stored == null ? 0 : stored.token();
    }

    boolean isHeldBy(String holder, long token) {
        return lease != null && lease.is(holder, token);
    }

    long nextToken(long now) {
        long last = Math.max(token(), lease == null ? 0 : lease.token());
        return Math.max(last + 1, now);
    }

    /** When all of it is of no more use. */
    long keepUntil() {
        long value = stored == null ? 0 : stored.staleUntil();
        return Math.max(Math.max(value, quietUntil), lease == null ? 0 : lease.until());
    }
}
