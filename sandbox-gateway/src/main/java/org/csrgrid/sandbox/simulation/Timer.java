package org.csrgrid.sandbox.simulation;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs short tasks later, one at a time, on a thread of its own; tasks that are not due when it closes never run. */
public final class Timer implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Timer.class);

    private final ScheduledThreadPoolExecutor executor;

    public Timer() {
        executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("sandbox-timer").factory(), (task, closed) -> {});
    }

    /** Runs the task after the delay, at once if that is zero or negative; it must not block. */
    public void after(Duration delay, Runnable task) {
        Future<?> _ = executor.schedule(() -> runSafely(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static void runSafely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException fault) {
            LOGGER.error("A timed task failed; its payment or webhook rests until the next start", fault);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
