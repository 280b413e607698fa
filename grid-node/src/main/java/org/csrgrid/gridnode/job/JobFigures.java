package org.csrgrid.gridnode.job;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.grid.job.directory.ChannelFigures;

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
    final DurationCounts pickup = new DurationCounts();
    final DurationCounts run = new DurationCounts();
    private final RateWindow ended = new RateWindow(System::nanoTime);
    private final RateWindow succeededLately = new RateWindow(System::nanoTime);

    void succeeded() {
        finished.increment();
        ended.add();
        succeededLately.add();
    }

    void failedForNow() {
        failed.increment();
        ended.add();
    }

    void died() {
        dead.increment();
        ended.add();
    }

    /**
     * As other nodes see it.
     *
     * @param limit how many jobs may run at once now
     */
    public ChannelFigures report(Channel channel, long limit) {
        return new ChannelFigures(
                channel,
                limit,
                running(),
                finished(),
                failed(),
                dead(),
                postponed(),
                refused(),
                ended.lastFiveMinutes(),
                succeededLately.lastFiveMinutes(),
                ended.lastMinute(),
                pickup.histogram(),
                run.histogram());
    }

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
