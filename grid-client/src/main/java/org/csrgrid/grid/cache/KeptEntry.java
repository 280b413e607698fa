package org.csrgrid.grid.cache;

import java.time.Instant;
import java.util.Set;
import org.csrgrid.grid.cache.slot.Lease;
import org.csrgrid.grid.cache.slot.Slot;
import org.csrgrid.grid.cache.slot.Stored;
import org.csrgrid.grid.wire.Micros;
import org.jspecify.annotations.Nullable;

/**
 * What the grid keeps of one key, without the value.
 *
 * @param state whether it would be served now
 * @param isAbsent whether what is kept is that the origin has no value
 * @param bytes it takes in the grid
 * @param unpackedBytes it takes unpacked; the same if it is not packed
 * @param etag the origin's mark, null if it has none
 * @param loadingUntil when the lease of who loads the next value ends, null if nobody does
 */
public record KeptEntry(
        State state,
        boolean isAbsent,
        int bytes,
        int unpackedBytes,
        Instant createdAt,
        Instant freshUntil,
        Instant staleUntil,
        Set<String> tags,
        @Nullable String etag,
        @Nullable Instant loadingUntil) {

    /** What an entry is good for. */
    public enum State {
        /** To be served. */
        FRESH,
        /** To be served only where nothing better is to be had soon. */
        STALE,
        /** Never to be served: too old, or removed by a tag. */
        GONE
    }

    static KeptEntry of(Slot slot, Stored stored, Verdict verdict) {
        int bytes = stored.payload().length;
        @Nullable Lease lease = slot.lease();
        return new KeptEntry(
                State.valueOf(verdict.name()),
                stored.absent(),
                bytes,
                stored.unpackedSize() == 0 ? bytes : stored.unpackedSize(),
                Micros.toInstant(stored.createdAt()),
                Micros.toInstant(stored.freshUntil()),
                Micros.toInstant(stored.staleUntil()),
                stored.tags(),
                stored.etag(),
                lease == null ? null : Micros.toInstant(lease.until()));
    }
}
