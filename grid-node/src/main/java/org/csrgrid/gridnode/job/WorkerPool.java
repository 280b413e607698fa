package org.csrgrid.gridnode.job;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.grid.job.JobEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The member's workers. One takes a slot for its channel, runs jobs for a few milliseconds or one that takes longer, and gives the slot back, so that the
 * {@link Dispatcher} decides anew who goes next. Safe for use by many threads.
 */
final class WorkerPool {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
    private static final long TURN_NANOS = Duration.ofMillis(5).toNanos();

    private final Map<Channel, JobChannel> channels;
    private final Dispatcher dispatcher;
    private final Claims claims;
    private final JobRunner runner;
    private final EndWriter ends;
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger abandoned = new AtomicInteger();
    private volatile boolean draining;

    WorkerPool(
            Map<Channel, JobChannel> channels, Dispatcher dispatcher, Claims claims, JobRunner runner, EndWriter ends) {
        this.channels = channels;
        this.dispatcher = dispatcher;
        this.claims = claims;
        this.runner = runner;
        this.ends = ends;
    }

    /** Starts workers as long as there are jobs, slots and channels that may have one. Never blocks for long. */
    void dispatch() {
        Optional<JobChannel> next = takeSlot();
        while (next.isPresent()) {
            start(new Worker(next.get()));
            next = takeSlot();
        }
    }

    private synchronized Optional<JobChannel> takeSlot() {
        if (draining) {
            return Optional.empty();
        }
        long now = System.nanoTime();
        Collection<Dispatcher.Demand> demands =
                channels.values().stream().map(channel -> channel.demand(now)).toList();
        Optional<JobChannel> next = dispatcher.next(demands).map(channels::get);
        next.ifPresent(channel -> channel.started(now));
        return next;
    }

    private void start(Worker worker) {
        working.incrementAndGet();
        // A thread that was given up may occupy a carrier of virtual threads for good, so the others get threads of
        // their own.
        Thread.Builder thread =
                abandoned.get() == 0 ? Thread.ofVirtual() : Thread.ofPlatform().daemon();
        thread.name("job-worker-" + worker.channel().channel().jsonName()).start(() -> work(worker));
    }

    private void work(Worker worker) {
        worker.startedOn(Thread.currentThread());
        JobChannel channel = worker.channel();
        try {
            long until = System.nanoTime() + TURN_NANOS;
            do {
                ClaimedJob next = channel.claimed().poll();
                if (next != null) {
                    run(worker, next);
                } else if (channel.isPaused() || !claims.more(channel)) {
                    break;
                }
            } while (!draining && worker.holdsSlot() && System.nanoTime() < until);
        } catch (RuntimeException failure) {
            if (!draining) {
                LOG.warn("Jobs were not claimed; the sweep finds them again: {}", failure.toString());
            }
        } finally {
            working.decrementAndGet();
            if (worker.giveUpSlot()) {
                channel.busy().decrementAndGet();
                dispatch();
            }
        }
    }

    private void run(Worker worker, ClaimedJob job) {
        long begun = System.nanoTime();
        if (!job.begin(worker, begun)) {
            return;
        }
        JobChannel channel = job.channel();
        channel.figures().running.incrementAndGet();
        JobEnd end = runner.run(job);
        long nanos = System.nanoTime() - begun;
        channel.ran(nanos);
        channel.figures().run.add(Duration.ofNanos(nanos));
        if (job.end()) {
            channel.figures().running.decrementAndGet();
            ends.add(job, end);
        }
        // An interrupt that came after the end must not hit the next job.
        Thread.interrupted();
    }

    /** Takes the slot of a worker whose handler does not react to interrupts; its job has failed, its thread is left to itself. */
    void abandon(ClaimedJob job, JobEnd end) {
        Worker worker = job.worker();
        if (worker == null || !job.end()) {
            return;
        }
        JobChannel channel = job.channel();
        channel.figures().running.decrementAndGet();
        channel.figures().abandoned.increment();
        abandoned.incrementAndGet();
        ends.add(job, end);
        if (worker.giveUpSlot()) {
            channel.busy().decrementAndGet();
            dispatch();
        }
    }

    /** Starts no more work. */
    void drain() {
        draining = true;
    }

    boolean isDraining() {
        return draining;
    }

    /** Whether a channel could start another worker at once, so that it may take work from members that cannot. */
    boolean hasRoom(JobChannel channel) {
        int busy = channels.values().stream().mapToInt(one -> one.busy().get()).sum();
        return !draining
                && !channel.isPaused()
                && busy < dispatcher.slots()
                && channel.busy().get() < channel.workersMax()
                && channel.waiting().size() == 0;
    }
}
