package org.csrgrid.gridnode.job;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import org.csrgrid.domain.job.DurationHistogram;

/** Collects durations for a {@link DurationHistogram}. Safe for use by many threads. */
final class DurationCounts {

    private final AtomicLongArray counts = new AtomicLongArray(DurationHistogram.LIMITS.size() + 1);
    private final LongAdder sumMicros = new LongAdder();

    /** One that is negative, because clocks differ, counts as none. */
    void add(Duration duration) {
        long micros = Math.max(0, duration.toNanos() / 1_000);
        counts.incrementAndGet(DurationHistogram.bucketOf(micros));
        sumMicros.add(micros);
    }

    DurationHistogram histogram() {
        Long[] copy = new Long[counts.length()];
        Arrays.setAll(copy, counts::get);
        return new DurationHistogram(Arrays.asList(copy), sumMicros.sum());
    }
}
