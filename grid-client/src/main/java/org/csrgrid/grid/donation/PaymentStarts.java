package org.csrgrid.grid.donation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.job.JobGrid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enqueues the jobs that start payments: in the background, as many at once as came up meanwhile. The donor need not wait for it, because the pledge is
 * durable and the recovery sweep finds pledges without a payment; a process that is killed leaves it the last few milliseconds' pledges. Safe for use by
 * many threads.
 */
public final class PaymentStarts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentStarts.class);
    private static final int BATCH = 256;
    private static final int MOST_WAITING = 20_000;
    private static final long IDLE_MILLIS = 50;

    private final JobGrid jobs;
    private final BlockingQueue<Job> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread sender;
    private volatile boolean closed;

    public PaymentStarts(JobGrid jobs) {
        this.jobs = jobs;
        sender = Thread.ofVirtual().name("payment-starts").start(this::sendUntilClosed);
    }

    /**
     * Takes a new job on. Returns at once, unless so many wait that the caller has to enqueue its own.
     *
     * @throws org.csrgrid.grid.cluster.GridUnavailableException if it had to and the grid does not answer
     */
    void start(Job job) {
        if (closed || !waiting.offer(job)) {
            jobs.enqueue(job);
        }
    }

    private void sendUntilClosed() {
        var batch = new ArrayList<Job>(BATCH);
        while (!closed || !waiting.isEmpty()) {
            try {
                Job first = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, BATCH - 1);
                    send(batch);
                    batch.clear();
                }
            } catch (InterruptedException ignored) {
                LOG.warn("Interrupted, and goes on: only close() ends it");
            }
        }
    }

    private void send(List<Job> batch) {
        try {
            jobs.enqueueAll(batch);
        } catch (RuntimeException failure) {
            LOG.warn(
                    "{} jobs to start payments were not enqueued; the recovery sweep will find their pledges: {}",
                    batch.size(),
                    failure.toString());
        }
    }

    /** Enqueues what waits, then ends. Call it when no more pledges are made and before the grid is left. */
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        while (sender.isAlive()) {
            try {
                sender.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
