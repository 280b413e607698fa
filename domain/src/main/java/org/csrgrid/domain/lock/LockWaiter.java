package org.csrgrid.domain.lock;

import java.time.Instant;

/**
 * Who waits for a lock.
 *
 * @param owner for people: which process
 * @param request the one attempt that waits
 * @param aliveUntil when it counts as dead unless it asks again
 */
public record LockWaiter(String owner, String request, Instant since, Instant aliveUntil) {

    LockWaiter aliveUntil(Instant time) {
        return new LockWaiter(owner, request, since, time);
    }
}
