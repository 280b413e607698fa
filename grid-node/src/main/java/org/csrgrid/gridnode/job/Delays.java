package org.csrgrid.gridnode.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.grid.job.JobKey;

/**
 * Wakes jobs that are due soon. Waits are measured by the monotonic clock; whether a job is due is asked of the wall clock again when its wait is over, so
 * neither of two clocks that disagree can hold it up. Safe for use by many threads.
 */
final class Delays {

    /** What is due later is left to the sweeps. */
    static final Duration SOON = Duration.ofSeconds(5);

    private static final long LEAST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final Consumer<Job> due;
    private final Map<JobKey, Instant> waiting = new ConcurrentHashMap<>();

    /** @param due takes a job whose wait is over */
    Delays(ScheduledExecutorService timer, Clock clock, Consumer<Job> due) {
        this.timer = timer;
        this.clock = clock;
        this.due = due;
    }

    /** Wakes a ready job when it is due, unless that is not soon. */
    void add(Job job) {
        Duration wait = Duration.between(clock.instant(), job.runAt());
        if (wait.compareTo(SOON) > 0 || job.state() != JobState.READY) {
            return;
        }
        JobKey key = JobKey.of(job);
        if (job.runAt().equals(waiting.put(key, job.runAt()))) {
            return;
        }
        timer.schedule(() -> wake(key, job), Math.max(LEAST_WAIT_NANOS, wait.toNanos()), TimeUnit.NANOSECONDS);
    }

    private void wake(JobKey key, Job job) {
        if (!waiting.remove(key, job.runAt())) {
            return;
        }
        if (job.runAt().isAfter(clock.instant())) {
            add(job);
        } else {
            due.accept(job);
        }
    }

    boolean contains(JobKey key) {
        return waiting.containsKey(key);
    }
}
