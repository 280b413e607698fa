package org.csrgrid.domain.job;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How often a job is tried and how long it waits in between.
 *
 * @param tries attempts in all, at least 1
 * @param backoff wait after the first, second, … failure; the last value repeats; empty means no wait
 * @param growth factor by which the last value grows with every further failure, at least 1; 1 repeats it as it is
 * @param longest no wait is longer
 * @param jitterPercent 0..100: a wait is shortened at random by up to so much, so that what failed together does not come back together
 */
public record RetryPolicy(int tries, List<Duration> backoff, double growth, Duration longest, int jitterPercent) {

    private static final Duration DAY = Duration.ofDays(1);

    public RetryPolicy {
        backoff = List.copyOf(backoff);
        if (tries < 1) {
            throw new IllegalArgumentException("tries: %d (expected: >= 1)".formatted(tries));
        }
        if (growth < 1) {
            throw new IllegalArgumentException("growth: %s (expected: >= 1)".formatted(growth));
        }
        if (jitterPercent < 0 || jitterPercent > 100) {
            throw new IllegalArgumentException("jitterPercent: %d (expected: 0..100)".formatted(jitterPercent));
        }
    }

    /** Waits from a list, the last one repeated, without jitter. */
    public RetryPolicy(int tries, List<Duration> backoff) {
        this(tries, backoff, 1, DAY, 0);
    }

    /** Waits that grow by a factor from the first one on, with 20 % jitter. */
    public static RetryPolicy growing(int tries, Duration first, double factor, Duration longest) {
        return new RetryPolicy(tries, List.of(first), factor, longest, 20);
    }

    /**
     * The wait without its jitter.
     *
     * @param failures how many attempts have failed, at least 1
     */
    public Duration waitAfter(int failures) {
        if (backoff.isEmpty()) {
            return Duration.ZERO;
        }
        int beyond = Math.max(0, failures - backoff.size());
        Duration listed = backoff.get(Math.min(failures, backoff.size()) - 1);
        double millis = listed.toMillis() * Math.pow(growth, beyond);
        return millis >= longest.toMillis() ? longest : Duration.ofMillis((long) millis);
    }

    /** The wait with its jitter, drawn by the caller because operations on entries must be repeatable. */
    public Duration waitAfter(int failures, RandomGenerator random) {
        Duration whole = waitAfter(failures);
        long most = whole.toMillis() * jitterPercent / 100;
        return most == 0 ? whole : whole.minusMillis(random.nextLong(most + 1));
    }
}
