package org.csrgrid.grid.cache.slot;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cached value. All times are microseconds since 1970 by the clock of the process that loaded it.
 *
 * @param payload the encoded value, perhaps packed; empty if the origin has none
 * @param absent whether the origin has no value; that is remembered, too
 * @param unpackedSize bytes of the value when {@code payload} is packed, 0 when it isn't
 * @param token of the lease under which it was loaded; tells two values of one key apart
 * @param sequence the layer's latest invalidation when its load began; every later one of its tags concerns it
 * @param freshUntil when it must be loaded again
 * @param staleUntil when it can no longer stand in for a value that cannot be loaded
 * @param etag the origin's mark of this version, for conditional loads
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, and a copy per read would cost
public record Stored(
        byte[] payload,
        boolean absent,
        int unpackedSize,
        long token,
        long sequence,
        long createdAt,
        long freshUntil,
        long staleUntil,
        Set<String> tags,
        @Nullable String etag) {

    private static final byte[] NOTHING = new byte[0];

    public Stored {
        Objects.requireNonNull(payload, "payload");
        tags = Set.copyOf(tags);
    }

    /** The same under another token. */
    public Stored under(long newToken) {
        return new Stored(
                payload, absent, unpackedSize, newToken, sequence, createdAt, freshUntil, staleUntil, tags, etag);
    }

    /** The same, and no longer fresh. */
    public Stored expired(long now) {
        return new Stored(
                payload,
                absent,
                unpackedSize,
                token,
                sequence,
                createdAt,
                Math.min(freshUntil, now),
                staleUntil,
                tags,
                etag);
    }

    /** All about it but the value, for a process that keeps the value as an object. */
    public Stored withoutPayload() {
        return carrying(NOTHING, absent, unpackedSize);
    }

    /** The payload with the times, tags and sequence of a later confirmation that it is still the origin's value. */
    public Stored confirmed(Stored later) {
        return later.carrying(payload, absent, unpackedSize);
    }

    private Stored carrying(byte[] newPayload, boolean newAbsent, int newUnpackedSize) {
        return new Stored(
                newPayload, newAbsent, newUnpackedSize, token, sequence, createdAt, freshUntil, staleUntil, tags, etag);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Stored that
                && Arrays.equals(payload, that.payload)
                && absent == that.absent
                && unpackedSize == that.unpackedSize
                && token == that.token
                && sequence == that.sequence
                && createdAt == that.createdAt
                && freshUntil == that.freshUntil
                && staleUntil == that.staleUntil
                && tags.equals(that.tags)
                && Objects.equals(etag, that.etag);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(payload), token, sequence, createdAt);
    }
}
