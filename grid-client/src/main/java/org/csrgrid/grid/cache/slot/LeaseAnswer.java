package org.csrgrid.grid.cache.slot;

/**
 * The answer to who wants to load.
 *
 * @param token of the lease, if it was taken
 * @param until when somebody else's lease or the quiet time ends, microseconds since 1970
 */
public record LeaseAnswer(Kind kind, long token, long until) {

    /** What became of the wish. */
    public enum Kind {
        /** Load. */
        TAKEN,
        /** Somebody else loads. */
        BUSY,
        /** There is another value than the one you saw: read again. */
        CHANGED,
        /** The last load failed a moment ago. */
        QUIET
    }
}
