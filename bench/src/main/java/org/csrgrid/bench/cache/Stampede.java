package org.csrgrid.bench.cache;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.csrgrid.bench.suite.Row;
import org.csrgrid.bench.suite.Suite;
import org.csrgrid.grid.cache.CacheLayer;
import org.csrgrid.grid.cache.Loaded;
import org.csrgrid.grid.cache.Loader;

/** A thousand callers in two processes' caches ask for one missing key at once, over and over. */
final class Stampede {

    private static final int CALLERS = 1_000;
    private static final int ROUNDS = 50;
    private static final Duration LOAD = Duration.ofMillis(20);
    private static final byte[] VALUE = new byte[1_000];

    private final Suite suite;
    private final AtomicInteger loads = new AtomicInteger();
    private final ConcurrentHistogram waits = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(1), 3);

    Stampede(Suite suite) {
        this.suite = suite;
    }

    void run(CacheClient one, CacheClient other) throws InterruptedException {
        List<CacheLayer<byte[]>> layers = List.of(one.open("api-responses"), other.open("api-responses"));
        Loader<byte[]> loader = _ -> {
            loads.incrementAndGet();
            LockSupport.parkNanos(LOAD.toNanos());
            return Loaded.value(VALUE);
        };
        int most = 0;
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                loads.set(0);
                ask(callers, layers, "stampede:" + round, loader);
                most = Math.max(most, loads.get());
            }
        }
        suite.say(
                "stampede: %,d callers, %d times; a load takes %d ms; the last caller of 99 %% waited %.1f ms",
                CALLERS, ROUNDS, LOAD.toMillis(), waits.getValueAtPercentile(99) / 1e3);
        suite.add(Row.atMost("stampede of 1,000 callers, loads of a key", most, "at most", 1));
        suite.add(Row.plain("stampede, wait of a caller, p99", waits.getValueAtPercentile(99) / 1e3, "ms"));
    }

    private void ask(ExecutorService callers, List<CacheLayer<byte[]>> layers, String key, Loader<byte[]> loader)
            throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(CALLERS);
        for (int caller = 0; caller < CALLERS; caller++) {
            CacheLayer<byte[]> layer = layers.get(caller % layers.size());
            callers.submit(() -> {
                start.await();
                long begun = System.nanoTime();
                var _ = layer.get(key, loader).orElseThrow();
                waits.recordValue((System.nanoTime() - begun) / 1_000);
                answered.countDown();
                return null;
            });
        }
        start.countDown();
        if (!answered.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("%d callers got no value".formatted(answered.getCount()));
        }
    }
}
