package org.csrgrid.domain.lock;

import java.time.Instant;

/**
 * Who has a lock.
 *
 * @param owner for people: which process
 * @param request the one attempt that got it
 * @param until when the lease ends unless it is renewed
 */
public record LockHolder(String owner, String request, Instant since, Instant until) {}
