package org.csrgrid.bench.jobs;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/** Counts what a tally grows by in a window of time that begins later. */
final class Rate {

    private static final Executor THREAD = task -> {
        Thread _ = Thread.ofPlatform().name("rate").start(task);
    };

    private final CompletableFuture<Double> perSecond;

    private Rate(CompletableFuture<Double> perSecond) {
        this.perSecond = perSecond;
    }

    static Rate of(SharedTally tally, Duration until, Duration window) {
        return new Rate(CompletableFuture.supplyAsync(() -> measure(tally, until, window), THREAD));
    }

    /** Waits for the end of the window; runs a second in it. */
    double await() {
        return perSecond.join();
    }

    private static double measure(SharedTally tally, Duration until, Duration window) {
        sleep(until);
        long before = tally.count();
        long start = System.nanoTime();
        sleep(window);
        return (tally.count() - before) * 1e9 / (System.nanoTime() - start);
    }

    private static void sleep(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
