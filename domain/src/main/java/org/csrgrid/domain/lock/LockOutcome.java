package org.csrgrid.domain.lock;

import java.time.Instant;

/** What an attempt to get a lock came to. */
public sealed interface LockOutcome {

    /**
     * It is held.
     *
     * @param token larger than any before; to be stored with whatever is written under the lock
     */
    record Granted(long token, Instant until) implements LockOutcome {}

    /** @param ahead how many others go first, the holder not counted */
    record Waiting(int ahead) implements LockOutcome {}

    /** Somebody else has it, or is before. */
    record Taken() implements LockOutcome {}
}
