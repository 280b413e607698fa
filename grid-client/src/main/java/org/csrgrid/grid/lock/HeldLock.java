package org.csrgrid.grid.lock;

import java.time.Instant;

/**
 * A lock somebody got.
 *
 * @param token larger than that of every earlier holder; stored with what is written under the lock, so that an earlier holder's late write is refused
 * @param until when the lease ends unless it is renewed
 */
public record HeldLock(String name, long token, Instant until) {}
