package org.csrgrid.gridnode.job;

import com.hazelcast.map.IMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.RetryPolicy;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.job.ClaimJob;
import org.csrgrid.grid.job.FailJob;
import org.csrgrid.grid.job.FinishJob;
import org.csrgrid.grid.job.HandBackJob;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.job.RenewJob;
import org.csrgrid.grid.job.UnreadablePayloadException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs single jobs: claim, handle, finish. Whatever the handler throws, the job ends finished, waiting for its next try, or dead with its reason; if
 * this process dies in between, the lease runs out and another worker claims it with a larger token.
 */
final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final IMap<JobKey, Job> jobs;
    private final Map<String, JobHandler<?>> handlers;
    private final String worker;
    private final Duration lease;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final Map<JobKey, Running> running = new ConcurrentHashMap<>();

    /** An attempt under way on this member. */
    record Running(Job job, Thread thread, Instant timeout) {}

    JobRunner(IMap<JobKey, Job> jobs, Map<String, JobHandler<?>> handlers, String worker, Duration lease, Clock clock) {
        this.jobs = jobs;
        this.handlers = Map.copyOf(handlers);
        this.worker = worker;
        this.lease = lease;
        this.clock = clock;
    }

    /** Runs a job if it is to be had, on the calling thread. */
    void run(JobKey key, RetryPolicy policy, Duration timeout, JobFigures figures) {
        Job job = claim(key);
        if (job == null) {
            return;
        }
        figures.running.incrementAndGet();
        Instant begun = clock.instant();
        figures.pickup.add(Duration.between(job.runAt(), begun));
        running.put(
                key, new Running(job, Thread.currentThread(), clock.instant().plus(timeout)));
        try {
            attempt(key, job, policy, figures);
        } finally {
            running.remove(key);
            figures.run.add(Duration.between(begun, clock.instant()));
            figures.running.decrementAndGet();
            // A time-out that came after the end must not hit this thread's next job.
            Thread.interrupted();
        }
    }

    private @Nullable Job claim(JobKey key) {
        return GridCalls.repeatable(() -> jobs.executeOnKey(key, new ClaimJob(worker, clock.instant(), lease)));
    }

    private void attempt(JobKey key, Job job, RetryPolicy policy, JobFigures figures) {
        long token = job.lastToken();
        try {
            JobHandler<?> handler = handlers.get(job.name());
            if (handler == null) {
                throw new JobRejectedException(
                        "name: \"%s\" (expected: one of %s)".formatted(job.name(), handlers.keySet()));
            }
            if (job.attempts() > policy.tries()) {
                throw new JobRejectedException("its worker died in each of %d attempts".formatted(policy.tries()));
            }
            run(handler, job);
            finish(key, token, figures);
        } catch (JobPostponedException postponed) {
            figures.postponed.increment();
            Instant notBefore = clock.instant().plus(postponed.delay());
            GridCalls.repeatable(() -> jobs.executeOnKey(key, new HandBackJob(token, notBefore)));
        } catch (JobRejectedException rejected) {
            fail(key, job, rejected, policy, true, figures);
        } catch (InterruptedException timedOut) {
            fail(key, job, new IllegalStateException("timed out or drained"), policy, false, figures);
        } catch (Exception | StackOverflowError | OutOfMemoryError failure) {
            fail(key, job, failure, policy, false, figures);
        }
    }

    private <P extends Record> void run(JobHandler<P> handler, Job job) throws Exception {
        P work;
        try {
            work = handler.type().read(job.request().payload(), job.request().payloadVersion());
        } catch (UnreadablePayloadException unreadable) {
            throw new JobRejectedException(String.valueOf(unreadable.getMessage()));
        }
        handler.run(work, new Attempt(jobs, job, clock));
    }

    private void finish(JobKey key, long token, JobFigures figures) {
        boolean finished = GridCalls.repeatable(() -> jobs.executeOnKey(key, new FinishJob(token)));
        if (finished) {
            figures.succeeded();
        } else {
            figures.refused.increment();
        }
    }

    private void fail(JobKey key, Job job, Throwable failure, RetryPolicy policy, boolean isFinal, JobFigures figures) {
        String error = describe(failure);
        Job failed = GridCalls.repeatable(() -> jobs.executeOnKey(
                key,
                new FailJob(
                        job.lastToken(),
                        limited(error),
                        policy.tries(),
                        policy.waitAfter(job.attempts(), random),
                        isFinal,
                        clock.instant())));
        if (failed == null) {
            figures.refused.increment();
        } else if (failed.state() == JobState.DEAD) {
            figures.failedFor(true);
            LOG.error("Job {} is dead after {} attempts: {}", job.id(), job.attempts(), error, failure);
        } else {
            figures.failedFor(false);
            LOG.warn("Job {} failed and will run again at {}: {}", job.id(), failed.runAt(), error);
        }
    }

    private static String describe(Throwable failure) {
        String described = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return failure.getCause() == null ? described : described + ", because of " + describe(failure.getCause());
    }

    private static String limited(String error) {
        return error.length() <= 1000 ? error : error.substring(0, 1000);
    }

    /** Keeps the leases of what runs here, and interrupts what ran longer than its channel allows. Called every third of a lease. */
    void renewLeases() {
        Instant now = clock.instant();
        running.forEach((key, attempt) -> {
            if (attempt.timeout().isBefore(now)) {
                attempt.thread().interrupt();
                return;
            }
            boolean held = GridCalls.repeatable(
                    () -> jobs.executeOnKey(key, new RenewJob(attempt.job().lastToken(), now.plus(lease))));
            if (!held && running.get(key) == attempt) {
                LOG.warn("Job {} lost its lease; its worker is stopped", key.id());
                attempt.thread().interrupt();
            }
        });
    }

    int runningCount() {
        return running.size();
    }

    /** Interrupts what runs here; each job is tried again elsewhere. */
    void interruptAll() {
        running.values().forEach(attempt -> attempt.thread().interrupt());
    }
}
