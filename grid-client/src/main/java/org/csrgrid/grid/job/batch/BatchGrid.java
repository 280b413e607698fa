package org.csrgrid.grid.job.batch;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.job.batch.BatchCallback;
import org.csrgrid.domain.job.batch.BatchEnd;
import org.csrgrid.domain.job.batch.BatchRequest;
import org.csrgrid.domain.job.batch.JobBatch;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.GridUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Starts batches and watches them. A batch goes like this:
 *
 * <ol>
 *   <li>its entry is made, on the member that owns it and its backup, and in the database a second later;
 *   <li>its jobs are enqueued under ids made of the batch's id and their places; the same start again finds them there;
 *   <li>each end is reported by the member that ran the job, and counted by place;
 *   <li>what is due then is enqueued, once, under ids made of the batch's id, and that is noted. A sweep on the oldest member does this for batches whose
 *       member died in between.
 * </ol>
 *
 * <p>Safe for use by many threads.
 */
public final class BatchGrid {

    private static final int PART = 1_000;

    private final IMap<String, JobBatch> batches;
    private final Consumer<List<Job>> enqueue;

    /** @param enqueue returns when all are safe; a repeat is harmless */
    public BatchGrid(HazelcastInstance grid, Consumer<List<Job>> enqueue) {
        batches = grid.getMap(GridMaps.JOB_BATCHES);
        this.enqueue = enqueue;
    }

    /**
     * Starts a batch; returns when all its jobs are enqueued. The same start again goes on where the first broke off, so repeat it until it returns: what
     * is not enqueued within an hour counts as cancelled.
     *
     * @param jobs are enqueued once each and remembered when they have succeeded, whatever they say about that
     * @throws GridUnavailableException if the grid does not answer; some jobs may be enqueued
     */
    public JobBatch start(BatchRequest request, List<JobRequest> jobs, Instant now) {
        JobBatch batch = change(request.id(), new StartBatch(JobBatch.begun(request, jobs.size(), now)))
                .orElseThrow();
        if (batch.isEnqueued()) {
            return batch;
        }
        if (batch.size() != jobs.size()) {
            throw new IllegalArgumentException(
                    "jobs of batch %s: %d (expected: %d as before)".formatted(request.id(), jobs.size(), batch.size()));
        }
        for (int from = 0; from < jobs.size(); from += PART) {
            enqueue.accept(IntStream.range(from, Math.min(from + PART, jobs.size()))
                    .mapToObj(index -> batch.job(index, jobs.get(index), now))
                    .toList());
        }
        JobBatch enqueued = change(request.id(), new MarkEnqueued(now)).orElse(batch);
        return call(enqueued, now);
    }

    /** How far a batch is; empty if there is none of that id. */
    public Optional<JobBatch> find(String id) {
        return Optional.ofNullable(GridCalls.repeatable(() -> batches.get(id)));
    }

    /** Counts ends and enqueues what is due then. A repeat is harmless. Empty if there is no such batch. */
    public Optional<JobBatch> report(String id, List<BatchEnd> ends, Instant now) {
        return change(id, new ReportEnds(ends, now)).map(batch -> call(batch, now));
    }

    /** No more jobs will be enqueued for it: its start broke off and was not repeated. A repeat is harmless. */
    public Optional<JobBatch> closeStart(String id, Instant now) {
        return change(id, new MarkEnqueued(now)).map(batch -> call(batch, now));
    }

    /** Enqueues what is due. A repeat is harmless. */
    public JobBatch call(JobBatch batch, Instant now) {
        Set<BatchCallback> due = batch.due();
        if (due.isEmpty()) {
            return batch;
        }
        List<Job> jobs = due.stream()
                .flatMap(callback -> batch.jobs(callback, now).stream())
                .toList();
        if (!jobs.isEmpty()) {
            enqueue.accept(jobs);
        }
        return change(batch.id(), new MarkCalled(due, now)).orElse(batch);
    }

    private Optional<JobBatch> change(String id, ChangeBatch change) {
        @Nullable JobBatch after = GridCalls.repeatable(() -> batches.executeOnKey(id, change));
        return Optional.ofNullable(after);
    }
}
