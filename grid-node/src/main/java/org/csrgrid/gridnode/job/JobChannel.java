package org.csrgrid.gridnode.job;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.csrgrid.config.settings.ChannelSettings;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.ChannelControl;
import org.csrgrid.domain.job.RetryPolicy;

/** A channel on this member: what waits, what is claimed, who works. Safe for use by many threads. */
final class JobChannel {

    /** As much work is claimed ahead as fits into this. */
    private static final long AHEAD_NANOS = Duration.ofMillis(5).toNanos();

    private static final int MOST_AHEAD = 256;
    private static final int WEIGHT = 16;
    private static final int FACTOR = 8;
    private static final long LEAST_NANOS = 100_000;

    private final Channel channel;
    private final ChannelSettings settings;
    private final RetryPolicy policy;
    private final JobFigures figures = new JobFigures();
    private final RunQueue waiting = new RunQueue();
    private final Queue<ClaimedJob> claimed = new ConcurrentLinkedQueue<>();
    private final AtomicInteger busy = new AtomicInteger();
    private volatile long usualNanos = AHEAD_NANOS;
    private volatile long startedNanos = System.nanoTime();
    private volatile boolean paused;
    private volatile int workersMax;

    JobChannel(Channel channel, ChannelSettings settings) {
        this.channel = channel;
        this.settings = settings;
        policy = new RetryPolicy(
                settings.tries(),
                settings.backoff(),
                settings.backoffGrowth(),
                settings.backoffLongest(),
                settings.backoffJitter());
        paused = settings.paused();
        workersMax = settings.workersMax();
    }

    Channel channel() {
        return channel;
    }

    ChannelSettings settings() {
        return settings;
    }

    RetryPolicy policy() {
        return policy;
    }

    JobFigures figures() {
        return figures;
    }

    RunQueue waiting() {
        return waiting;
    }

    /** Jobs claimed ahead that no worker has begun. */
    Queue<ClaimedJob> claimed() {
        return claimed;
    }

    AtomicInteger busy() {
        return busy;
    }

    /** A worker starts for this channel. */
    void started(long nowNanos) {
        busy.incrementAndGet();
        startedNanos = nowNanos;
    }

    boolean isPaused() {
        return paused;
    }

    int workersMax() {
        return workersMax;
    }

    void control(ChannelControl control) {
        paused = control.isPaused();
        workersMax = control.workersMax() == 0 ? settings.workersMax() : control.workersMax();
    }

    /** Counts one run's time in; the usual time follows slowly, so neither a lost update nor a single long run does harm. */
    void ran(long nanos) {
        long usual = usualNanos;
        long limited = Math.min(nanos, usual * FACTOR + LEAST_NANOS);
        usualNanos = usual + (limited - usual) / WEIGHT;
    }

    /** How many jobs a worker claims at once: many short ones, one that takes long. */
    int ahead() {
        return (int) Math.clamp(AHEAD_NANOS / Math.max(1, usualNanos), 1, MOST_AHEAD);
    }

    Dispatcher.Demand demand(long nowNanos) {
        int depth = waiting.size() + (claimed.isEmpty() ? 0 : 1);
        return new Dispatcher.Demand(
                channel,
                settings.priority(),
                settings.workersMin(),
                workersMax,
                paused,
                busy.get(),
                depth,
                Duration.ofNanos(waiting.oldestNanos(nowNanos)),
                Duration.ofNanos(nowNanos - startedNanos));
    }
}
