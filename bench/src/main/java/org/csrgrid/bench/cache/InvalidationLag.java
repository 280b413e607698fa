package org.csrgrid.bench.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.csrgrid.bench.suite.Row;
import org.csrgrid.bench.suite.Suite;
import org.csrgrid.grid.cache.CacheLayer;
import org.csrgrid.grid.cache.Loaded;
import org.csrgrid.grid.cache.Loader;

/**
 * How long another process serves the old value after an invalidation has returned. One process changes what both read, invalidates it and notes the time; the
 * other reads as fast as it can and notes when it first sees the new value, its load included.
 */
final class InvalidationLag {

    private static final double AIM_MILLIS = 10;
    private static final Duration BETWEEN = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Suite suite;
    private final Duration warmUp;
    private final Duration measured;
    private final AtomicLong origin = new AtomicLong();

    InvalidationLag(Suite suite, Duration warmUp, Duration measured) {
        this.suite = suite;
        this.warmUp = warmUp;
        this.measured = measured;
    }

    void run(CacheClient one, CacheClient other) {
        CacheLayer<byte[]> changing = one.open("campaigns");
        CacheLayer<byte[]> reading = other.open("campaigns");
        measure(changing, reading, warmUp);
        Histogram lags = measure(changing, reading, measured);
        suite.say(
                "invalidation of a tag, until the other process serves the new value: %,d times, p50 %.2f, p95 %.2f, p99 %.2f, longest %.2f ms",
                lags.getTotalCount(), millis(lags, 50), millis(lags, 95), millis(lags, 99), millis(lags, 100));
        suite.add(Row.atMost("invalidation lag, p99", millis(lags, 99), "ms", AIM_MILLIS));
    }

    private Histogram measure(CacheLayer<byte[]> changing, CacheLayer<byte[]> reading, Duration time) {
        Histogram lags = new Histogram(3);
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            see(reading, origin.get());
            long next = origin.incrementAndGet();
            changing.removeTag("lag");
            long invalidated = System.nanoTime();
            see(reading, next);
            lags.recordValue(Math.max(0, (System.nanoTime() - invalidated) / 1_000));
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        return lags;
    }

    /** Reads until the value is there. */
    private void see(CacheLayer<byte[]> reading, long version) {
        Loader<byte[]> loader = _ -> Loaded.value(bytes(origin.get())).tagged("lag");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (number(reading.get("lag", loader).orElseThrow()) < version) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("an old value is served for more than " + PATIENCE);
            }
            Thread.onSpinWait();
        }
    }

    private static byte[] bytes(long number) {
        return Long.toString(number).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static long number(byte[] bytes) {
        return Long.parseLong(new String(bytes, java.nio.charset.StandardCharsets.US_ASCII));
    }

    private static double millis(Histogram lags, double percentile) {
        return lags.getValueAtPercentile(percentile) / 1e3;
    }
}
