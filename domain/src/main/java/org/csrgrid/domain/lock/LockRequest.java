package org.csrgrid.domain.lock;

import java.time.Duration;

/**
 * One attempt to get a lock.
 *
 * @param owner for people: which process
 * @param request unique to the attempt; the same again is a repeat
 * @param lease how long the lock is held unless it is renewed
 * @param queued whether to wait in line if it is taken
 */
public record LockRequest(String owner, String request, Duration lease, boolean queued) {}
