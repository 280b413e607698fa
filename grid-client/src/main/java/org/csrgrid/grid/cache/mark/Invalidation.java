package org.csrgrid.grid.cache.mark;

import org.jspecify.annotations.Nullable;

/**
 * Tells the other processes of an invalidation. One that gets lost is made up for when a process next asks the grid.
 *
 * @param tag what was invalidated; null for everything, or if it was a key
 * @param key the invalidated key; null if it was a tag or everything
 * @param sequence of the invalidation; 0 for a key
 * @param sentAt microseconds since 1970 by the sender's clock
 */
public record Invalidation(
        String layer,
        @Nullable String tag,
        @Nullable String key,
        long sequence,
        boolean removes,
        String sender,
        long sentAt) {}
