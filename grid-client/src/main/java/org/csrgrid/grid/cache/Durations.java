package org.csrgrid.grid.cache;

import java.time.Duration;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.csrgrid.grid.wire.Micros;

/** The distribution of durations since the start, to one percent, up to an hour. */
final class Durations {

    private static final long LONGEST_MICROS = Micros.of(Duration.ofHours(1));

    private final Histogram histogram = new ConcurrentHistogram(LONGEST_MICROS, 2);

    void recordMicros(long micros) {
        histogram.recordValue(Math.clamp(micros, 0, LONGEST_MICROS));
    }

    long count() {
        return histogram.getTotalCount();
    }

    /** Zero if there is none. */
    Duration percentile(double percent) {
        return Duration.ofNanos(1_000 * histogram.getValueAtPercentile(percent));
    }

    Duration longest() {
        return Duration.ofNanos(1_000 * histogram.getMaxValue());
    }
}
