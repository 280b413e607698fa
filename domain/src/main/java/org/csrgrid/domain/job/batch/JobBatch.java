package org.csrgrid.domain.job.batch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.csrgrid.domain.Versioned;
import org.csrgrid.domain.job.BatchPlace;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.Uniqueness;

/**
 * Jobs that belong together. Ends are counted by the jobs' places, so one that is reported twice counts once.
 *
 * @param size how many jobs
 * @param over which places are over, 64 to a word, the lowest first
 * @param unsuccessful which of those are dead or cancelled
 * @param sawDead whether a job has ever been dead
 * @param called whose jobs are enqueued
 * @param isEnqueued whether all its jobs have been enqueued
 */
public record JobBatch(
        BatchRequest request,
        int size,
        List<Long> over,
        List<Long> unsuccessful,
        boolean sawDead,
        Set<BatchCallback> called,
        boolean isEnqueued,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    /** So many neighbours share an affinity, so that they are enqueued by one operation on one partition. */
    private static final int NEIGHBOURS = 500;

    public JobBatch {
        requireNonNull(request, "request is null");
        over = List.copyOf(over);
        unsuccessful = List.copyOf(unsuccessful);
        called = Set.copyOf(called);
        if (size < 0 || over.size() != Bits.words(size) || unsuccessful.size() != over.size()) {
            throw new IllegalArgumentException("size: %d with %d and %d words (expected: %d)"
                    .formatted(size, over.size(), unsuccessful.size(), Bits.words(Math.max(size, 0))));
        }
    }

    /** A batch none of whose jobs is over. */
    public static JobBatch begun(BatchRequest request, int size, Instant now) {
        List<Long> none = Bits.none(size);
        return new JobBatch(request, size, none, none, false, Set.of(), false, now, now, 1);
    }

    public String id() {
        return request.id();
    }

    /** How many jobs are over. */
    public int done() {
        return Bits.count(over);
    }

    /** How many of those are dead or cancelled. */
    public int failed() {
        return Bits.count(unsuccessful);
    }

    public BatchState state() {
        if (done() < size) {
            return BatchState.RUNNING;
        }
        return failed() == 0 ? BatchState.SUCCEEDED : BatchState.FAILED;
    }

    /** Whether somebody still has to look after it. */
    public boolean isOpen() {
        return state() == BatchState.RUNNING || !isEnqueued || !due().isEmpty();
    }

    /** Whose jobs are to be enqueued now. */
    public Set<BatchCallback> due() {
        Set<BatchCallback> due = EnumSet.noneOf(BatchCallback.class);
        BatchState state = state();
        if (state == BatchState.SUCCEEDED) {
            due.add(BatchCallback.THEN);
        }
        if (sawDead) {
            due.add(BatchCallback.CATCH);
        }
        if (state != BatchState.RUNNING) {
            due.add(BatchCallback.FINALLY);
        }
        due.removeAll(called);
        return due;
    }

    /** The places that are not over. */
    public IntStream missing() {
        return IntStream.range(0, size).filter(index -> !Bits.has(over, index));
    }

    /** Counts ends; the same object if nothing is new. A job that was revived may succeed after it was dead. */
    public JobBatch report(List<BatchEnd> ends, Instant now) {
        List<Long> nowOver = new ArrayList<>(over);
        List<Long> nowUnsuccessful = new ArrayList<>(unsuccessful);
        boolean dead = sawDead;
        for (BatchEnd end : ends) {
            if (end.index() >= size) {
                continue;
            }
            Bits.set(nowOver, end.index(), true);
            Bits.set(nowUnsuccessful, end.index(), end.state() != JobState.SUCCEEDED);
            dead |= end.state() == JobState.DEAD;
        }
        if (nowOver.equals(over) && nowUnsuccessful.equals(unsuccessful) && dead == sawDead) {
            return this;
        }
        return new JobBatch(
                request, size, nowOver, nowUnsuccessful, dead, called, isEnqueued, createdAt, now, version + 1);
    }

    /** All its jobs have been enqueued. */
    public JobBatch enqueued(Instant now) {
        return isEnqueued
                ? this
                : new JobBatch(request, size, over, unsuccessful, sawDead, called, true, createdAt, now, version + 1);
    }

    /** The jobs of these are enqueued. */
    public JobBatch called(Set<BatchCallback> callbacks, Instant now) {
        if (called.containsAll(callbacks)) {
            return this;
        }
        Set<BatchCallback> all = EnumSet.copyOf(callbacks);
        all.addAll(called);
        return new JobBatch(request, size, over, unsuccessful, sawDead, all, isEnqueued, createdAt, now, version + 1);
    }

    /** One of its jobs: the same one however often it is made, and remembered however it ends, so that its end cannot get lost. */
    public Job job(int index, JobRequest wanted, Instant now) {
        return Job.ready(
                jobId(request.id(), index),
                affinity(index),
                once(wanted.with().batch(new BatchPlace(request.id(), index)).build()),
                now,
                now);
    }

    /** The id of a batch's job. */
    public static String jobId(String batchId, int index) {
        return batchId + "#" + index;
    }

    /** Where one of its jobs lives. */
    public long affinity(int index) {
        return 31L * request.id().hashCode() + index / NEIGHBOURS;
    }

    /** The jobs of a callback, the same ones however often they are made. */
    public List<Job> jobs(BatchCallback callback, Instant now) {
        List<JobRequest> wanted =
                switch (callback) {
                    case THEN -> request.onSuccess();
                    case CATCH -> request.onDead();
                    case FINALLY -> request.atEnd();
                };
        return IntStream.range(0, wanted.size())
                .mapToObj(index -> {
                    String id = "%s!%s#%d".formatted(request.id(), callback, index);
                    return Job.ready(id, id.hashCode(), once(wanted.get(index)), now, now);
                })
                .toList();
    }

    private static JobRequest once(JobRequest wanted) {
        return new JobRequest(
                wanted.name(),
                wanted.channel(),
                wanted.payload(),
                wanted.payloadVersion(),
                wanted.sensitive(),
                wanted.organizationId(),
                wanted.ownerId(),
                Uniqueness.ONCE,
                wanted.rateKey(),
                wanted.batch(),
                wanted.next(),
                true);
    }
}
