package org.csrgrid.gridnode.job;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What one channel did on this member since it started. */
public final class JobFigures {

    final LongAdder finished = new LongAdder();
    final LongAdder failed = new LongAdder();
    final LongAdder dead = new LongAdder();
    final LongAdder cancelled = new LongAdder();
    final LongAdder postponed = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder abandoned = new LongAdder();
    final AtomicLong running = new AtomicLong();

    public long finished() {
        return finished.sum();
    }

    /** Attempts that failed and will be repeated. */
    public long failed() {
        return failed.sum();
    }

    public long dead() {
        return dead.sum();
    }

    public long cancelled() {
        return cancelled.sum();
    }

    public long postponed() {
        return postponed.sum();
    }

    /** Ends refused because the lease was lost. */
    public long refused() {
        return refused.sum();
    }

    /** Threads given up because their handlers did not react to interrupts. */
    public long abandoned() {
        return abandoned.sum();
    }

    public long running() {
        return running.get();
    }
}
