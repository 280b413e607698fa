package org.csrgrid.gridnode.job;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.JobTrace;
import org.csrgrid.grid.job.EndJobs;
import org.csrgrid.grid.job.JobAnswer;
import org.csrgrid.grid.job.JobEnd;
import org.csrgrid.grid.job.JobKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down how attempts ended, many at once: what ends while a write is under way goes with the next. Workers do not wait for it. An end that cannot be
 * written is left to the lease: when that runs out the job is run again.
 */
final class EndWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EndWriter.class);
    private static final int BATCH = 1_000;
    private static final int WORTH_A_WRITE = 64;
    private static final long GATHER_NANOS = Duration.ofMillis(1).toNanos();
    private static final long IDLE_MILLIS = 100;

    private final JobPartitions partitions;
    private final HeldJobs held;
    private final Clock clock;
    private final Consumer<Ended> unfinished;
    private final JobListener listener;
    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    /** An end and what became of the job by it. */
    record Ended(ClaimedJob claimed, JobEnd end, long answer) {

        /** What the job's attempts noted by now. */
        JobTrace trace() {
            JobTrace noted = end.trace();
            return noted == null ? claimed.job().trace() : noted;
        }
    }

    /** @param unfinished takes what is not done with its end: it waits again or owes something; must not block */
    EndWriter(JobPartitions partitions, HeldJobs held, Clock clock, Consumer<Ended> unfinished, JobListener listener) {
        this.partitions = partitions;
        this.held = held;
        this.clock = clock;
        this.unfinished = unfinished;
        this.listener = listener;
        thread = Thread.ofPlatform().daemon().name("job-ends").start(this::writeUntilClosed);
    }

    /** Never blocks. */
    void add(ClaimedJob claimed, JobEnd end) {
        ended.add(new Ended(claimed, end, JobAnswer.REFUSED));
    }

    private void writeUntilClosed() {
        List<Ended> batch = new ArrayList<>(BATCH);
        while (!closed || !ended.isEmpty()) {
            try {
                take(batch);
                write(batch);
            } catch (InterruptedException goesOn) {
                LOG.debug("Interrupted; only closing ends this thread");
            } catch (RuntimeException failure) {
                LOG.warn(
                        "{} ends of jobs not written; the jobs run again when their leases run out: {}",
                        batch.size(),
                        failure.toString());
                batch.forEach(one -> held.remove(one.claimed));
            } finally {
                batch.clear();
            }
        }
    }

    private void take(List<Ended> batch) throws InterruptedException {
        Ended first = ended.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        if (ended.size() < WORTH_A_WRITE) {
            LockSupport.parkNanos(GATHER_NANOS);
        }
        batch.add(first);
        ended.drainTo(batch, BATCH - 1);
    }

    /** A job may end twice in one batch, when it was claimed again in between; its second end goes with the next write. */
    private void write(List<Ended> batch) {
        List<Ended> rest = batch;
        while (!rest.isEmpty()) {
            Set<JobKey> seen = new HashSet<>();
            List<Ended> now = new ArrayList<>(rest.size());
            List<Ended> later = new ArrayList<>();
            rest.stream()
                    .sorted(Comparator.comparingLong(one -> one.claimed.token()))
                    .forEach(one -> (seen.add(one.claimed.key()) ? now : later).add(one));
            writeOnce(now);
            rest = later;
        }
    }

    private void writeOnce(List<Ended> batch) {
        Map<JobKey, Long> answers = partitions.run(
                batch,
                one -> one.claimed.key(),
                group -> new EndJobs(group.stream().map(Ended::end).toList(), clock.instant()));
        for (Ended one : batch) {
            held.remove(one.claimed);
            Long answer = answers.get(one.claimed.key());
            settle(new Ended(one.claimed, one.end, answer == null ? JobAnswer.REFUSED : answer));
        }
    }

    private void settle(Ended one) {
        JobFigures figures = one.claimed.channel().figures();
        if (JobAnswer.isRefused(one.answer)) {
            figures.refused.increment();
            LOG.warn(
                    "Job {} had lost its lease; this end counts for nothing",
                    one.claimed.job().id());
            return;
        }
        JobState state = JobAnswer.state(one.answer);
        switch (one.end.kind()) {
            case SUCCEEDED -> figures.succeeded();
            case POSTPONED -> figures.postponed.increment();
            case FAILED -> {
                switch (state) {
                    case DEAD -> figures.died();
                    case CANCELLED -> figures.cancelled.increment();
                    case READY, RUNNING, SUCCEEDED -> figures.failedForNow();
                }
            }
        }
        listener.moved(one.claimed.job(), state, one.trace());
        if (JobAnswer.isOwing(one.answer) || state == JobState.READY) {
            unfinished.accept(one);
        }
    }

    /** Writes what is there, then ends. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(Duration.ofSeconds(15));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
