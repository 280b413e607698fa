package org.csrgrid.domain.job;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How many jobs may start in how much time, all members together.
 *
 * @param permits starts per period, at least 1; they come back one by one, evenly spread over the period
 * @param period longer than zero
 * @param burst starts at once after a quiet time, at least 1
 * @param uncounted what happens while the grid cannot count
 */
public record RateLimit(long permits, Duration period, long burst, Uncounted uncounted) {

    /** What a job does whose start cannot be counted. */
    public enum Uncounted {
        /** It starts: the limit is a courtesy. */
        STARTS,
        /** It waits: the limit is a promise to somebody. */
        WAITS
    }

    public RateLimit {
        requireNonNull(uncounted, "uncounted is null");
        if (permits < 1 || burst < 1) {
            throw new IllegalArgumentException("permits: %d, burst: %d (expected: >= 1)".formatted(permits, burst));
        }
        if (!period.isPositive() || period.dividedBy(permits).isZero()) {
            throw new IllegalArgumentException(
                    "period: %s (expected: at least a nanosecond per permit)".formatted(period));
        }
    }

    /** At most so many per period, waiting when they cannot be counted. */
    public static RateLimit of(long permits, Duration period) {
        return new RateLimit(permits, period, permits, Uncounted.WAITS);
    }

    /** The average time between two starts. */
    public Duration interval() {
        return period.dividedBy(permits);
    }
}
