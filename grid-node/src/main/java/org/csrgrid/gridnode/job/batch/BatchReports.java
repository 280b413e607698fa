package org.csrgrid.gridnode.job.batch;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.csrgrid.domain.job.BatchPlace;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.batch.BatchEnd;
import org.csrgrid.grid.job.batch.BatchGrid;
import org.csrgrid.gridnode.job.JobEnds;
import org.jspecify.annotations.Nullable;

/** Tells batches which of their jobs are over. Ends that come up while others are being reported go together, one operation per batch. Safe for use by many threads. */
public final class BatchReports implements JobEnds, AutoCloseable {

    private static final int MOST_AT_ONCE = 2_000;

    private final BatchGrid batches;
    private final Clock clock;
    private final BlockingQueue<Report> waiting = new LinkedBlockingQueue<>();
    private final Thread sender;

    private record Report(String batchId, BatchEnd end, CompletableFuture<@Nullable Void> done) {}

    public BatchReports(BatchGrid batches, Clock clock) {
        this.batches = batches;
        this.clock = clock;
        sender = Thread.ofVirtual().name("batch-reports").start(this::send);
    }

    /**
     * Returns when the job's batch has counted it and what follows is enqueued. Jobs without a batch, or of one nobody remembers, are passed over.
     *
     * @throws org.csrgrid.grid.cluster.GridUnavailableException if the grid does not answer
     */
    @Override
    public void ended(Job job) {
        BatchPlace place = job.request().batch();
        if (place == null) {
            return;
        }
        var report = new Report(
                place.batchId(), new BatchEnd(place.index(), job.state()), new CompletableFuture<@Nullable Void>());
        waiting.add(report);
        if (!sender.isAlive()) {
            report.done.cancel(false);
        }
        try {
            report.done.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    private void send() {
        List<Report> taken = new ArrayList<>();
        try {
            while (true) {
                taken.add(waiting.take());
                waiting.drainTo(taken, MOST_AT_ONCE);
                taken.stream().collect(Collectors.groupingBy(Report::batchId)).forEach(this::report);
                taken.clear();
            }
        } catch (InterruptedException closed) {
            waiting.drainTo(taken);
            taken.forEach(report -> report.done.cancel(false));
        }
    }

    private void report(String batchId, List<Report> reports) {
        try {
            batches.report(batchId, reports.stream().map(Report::end).toList(), clock.instant());
            reports.forEach(report -> report.done.complete(null));
        } catch (RuntimeException failure) {
            reports.forEach(report -> report.done.completeExceptionally(failure));
        }
    }

    /** Ends not reported yet stay owed by their jobs. */
    @Override
    public void close() {
        sender.interrupt();
    }
}
