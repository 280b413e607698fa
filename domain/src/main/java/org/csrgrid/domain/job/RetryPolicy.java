package org.csrgrid.domain.job;

import java.time.Duration;
import java.util.List;

/**
 * How often a job is tried and how long it waits in between.
 *
 * @param tries attempts in all, at least 1
 * @param backoff wait after the first, second, … failure; the last value repeats; empty means no wait
 */
public record RetryPolicy(int tries, List<Duration> backoff) {

    public RetryPolicy {
        backoff = List.copyOf(backoff);
        if (tries < 1) {
            throw new IllegalArgumentException("tries: %d (expected: >= 1)".formatted(tries));
        }
    }

    /** @param failures how many attempts have failed, at least 1 */
    public Duration waitAfter(int failures) {
        return backoff.isEmpty() ? Duration.ZERO : backoff.get(Math.min(failures, backoff.size()) - 1);
    }
}
