package org.csrgrid.gridnode.job;

import java.util.concurrent.atomic.AtomicReference;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.job.JobKey;
import org.jspecify.annotations.Nullable;

/** A job this member holds a lease of, from the claim until its end is written. */
final class ClaimedJob {

    /** Why an attempt is to stop. */
    enum Stop {
        TIMED_OUT,
        CANCELLED,
        LEASE_LOST,
        DRAINED
    }

    private enum Phase {
        CLAIMED,
        RUNNING,
        ENDED
    }

    private final JobChannel channel;
    private final Job job;
    private final long claimedNanos;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.CLAIMED);
    private volatile long renewedNanos;
    private volatile long begunNanos;
    private volatile long stoppedNanos;
    private volatile @Nullable Stop stop;
    private @Nullable Worker worker;

    ClaimedJob(JobChannel channel, Job job, long nowNanos) {
        this.channel = channel;
        this.job = job;
        claimedNanos = nowNanos;
        renewedNanos = nowNanos;
    }

    JobChannel channel() {
        return channel;
    }

    Job job() {
        return job;
    }

    JobKey key() {
        return JobKey.of(job);
    }

    long token() {
        return job.lastToken();
    }

    /** False if somebody else has begun it or handed it back. */
    boolean begin(Worker by, long nowNanos) {
        if (!phase.compareAndSet(Phase.CLAIMED, Phase.RUNNING)) {
            return false;
        }
        synchronized (this) {
            begunNanos = nowNanos;
            worker = by;
        }
        return true;
    }

    /** True for the one who may write how the attempt ended. */
    boolean end() {
        boolean first = phase.getAndSet(Phase.ENDED) != Phase.ENDED;
        synchronized (this) {
            worker = null;
        }
        return first;
    }

    /** True if no worker has begun it and none will. */
    boolean withdraw() {
        return phase.compareAndSet(Phase.CLAIMED, Phase.ENDED);
    }

    /** Asks the attempt to stop, the first reason stays. Its thread is interrupted only while it works for this job. */
    synchronized void interrupt(Stop reason, long nowNanos) {
        if (stop == null) {
            stop = reason;
            stoppedNanos = nowNanos;
        }
        if (worker != null) {
            worker.interrupt();
        }
    }

    @Nullable
    Stop stop() {
        return stop;
    }

    synchronized @Nullable Worker worker() {
        return worker;
    }

    boolean isRunning() {
        return phase.get() == Phase.RUNNING;
    }

    boolean isEnded() {
        return phase.get() == Phase.ENDED;
    }

    long claimedNanos() {
        return claimedNanos;
    }

    long begunNanos() {
        return begunNanos;
    }

    long stoppedNanos() {
        return stoppedNanos;
    }

    long renewedNanos() {
        return renewedNanos;
    }

    void renewed(long nowNanos) {
        renewedNanos = nowNanos;
    }
}
