package org.csrgrid.domain.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How many durations fell into each of a fixed row of buckets, so that histograms of several members add up.
 *
 * @param counts one per bucket of {@link #LIMITS}, and one more for everything longer; empty if nothing was counted
 * @param sumMicros of all durations
 */
public record DurationHistogram(List<Long> counts, long sumMicros) {

    /** The largest duration of each bucket. */
    public static final List<Duration> LIMITS = List.of(
            Duration.ofMillis(1),
            Duration.ofMillis(2),
            Duration.ofMillis(5),
            Duration.ofMillis(10),
            Duration.ofMillis(20),
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1));

    public static final DurationHistogram EMPTY = new DurationHistogram(List.of(), 0);

    private static final long[] LIMIT_MICROS =
            LIMITS.stream().mapToLong(limit -> limit.toNanos() / 1_000).toArray();

    public DurationHistogram {
        counts = List.copyOf(counts);
    }

    /** The bucket a duration falls into, 0..{@code LIMITS.size()}. */
    public static int bucketOf(long micros) {
        int bucket = 0;
        while (bucket < LIMIT_MICROS.length && micros > LIMIT_MICROS[bucket]) {
            bucket++;
        }
        return bucket;
    }

    public long count() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** How many fell into the buckets up to that one, which included. */
    public long upTo(int bucket) {
        return counts.stream().limit(bucket + 1L).mapToLong(Long::longValue).sum();
    }

    public DurationHistogram plus(DurationHistogram other) {
        if (counts.isEmpty() || other.counts.isEmpty()) {
            return counts.isEmpty() ? other : this;
        }
        var sums = new ArrayList<Long>(counts.size());
        for (int bucket = 0; bucket < counts.size(); bucket++) {
            sums.add(counts.get(bucket) + other.counts.get(bucket));
        }
        return new DurationHistogram(sums, sumMicros + other.sumMicros);
    }

    /**
     * The duration that so many of hundred do not exceed, as the upper limit of its bucket; zero if nothing was counted, the last limit for what is
     * longer than any.
     *
     * @param percent above 0, up to 100
     */
    public Duration percentile(double percent) {
        long wanted = Math.max(1, (long) Math.ceil(count() * percent / 100));
        long seen = 0;
        for (int bucket = 0; bucket < counts.size(); bucket++) {
            seen += counts.get(bucket);
            if (seen >= wanted) {
                return LIMITS.get(Math.min(bucket, LIMITS.size() - 1));
            }
        }
        return Duration.ZERO;
    }
}
