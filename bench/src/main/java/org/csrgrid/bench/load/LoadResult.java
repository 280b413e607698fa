package org.csrgrid.bench.load;

import java.time.Duration;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What a run measured after its warm-up.
 *
 * @param requests     answered as hoped for
 * @param failures     answered otherwise, or not at all
 * @param statuses     answers by status code; 0 counts lost connections
 * @param microseconds from sending a request to its complete answer, successes only
 */
public record LoadResult(
        long requests, long failures, Map<Integer, Long> statuses, Duration elapsed, Histogram microseconds) {

    public LoadResult {
        statuses = Map.copyOf(statuses);
    }

    /** Successes per second. */
    public double perSecond() {
        return elapsed.isZero() ? 0 : requests * 1e9 / elapsed.toNanos();
    }

    /** A latency in milliseconds, such as that of percentile 99. */
    public double milliseconds(double percentile) {
        return microseconds.getValueAtPercentile(percentile) / 1000.0;
    }

    /** The longest latency in milliseconds. */
    public double slowest() {
        return microseconds.getMaxValue() / 1000.0;
    }
}
