package org.csrgrid.gridnode.job;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobTrace;
import org.csrgrid.domain.job.RetryPolicy;
import org.csrgrid.grid.job.JobCipher;
import org.csrgrid.grid.job.JobEnd;
import org.csrgrid.grid.job.UnreadablePayloadException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs single attempts: whatever the handler does or throws, the attempt ends in one of the ways a {@link JobEnd} knows. */
final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final int ERROR_LIMIT = 1000;

    private final JobPartitions partitions;
    private final Map<String, JobHandler<?>> handlers;
    private final JobCipher cipher;
    private final StartGate gate;
    private final JobListener listener;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    JobRunner(
            JobPartitions partitions,
            Map<String, JobHandler<?>> handlers,
            JobCipher cipher,
            StartGate gate,
            JobListener listener,
            Clock clock) {
        this.partitions = partitions;
        this.handlers = Map.copyOf(handlers);
        this.cipher = cipher;
        this.gate = gate;
        this.listener = listener;
        this.clock = clock;
    }

    /** Runs an attempt on the calling thread. */
    JobEnd run(ClaimedJob claimed) {
        Job job = claimed.job();
        if (partitions.mayHaveLostSince(claimed.claimedNanos())) {
            return JobEnd.postponed(job.id(), claimed.token(), null, Duration.ZERO);
        }
        Attempt attempt = new Attempt(partitions, claimed, listener, clock);
        RetryPolicy policy = policy(claimed);
        claimed.channel().figures().pickup.add(Duration.between(job.runAt(), clock.instant()));
        try {
            JobHandler<?> handler = handlers.get(job.name());
            if (handler == null) {
                throw new JobRejectedException(
                        "name: \"%s\" (expected: one of %s)".formatted(job.name(), handlers.keySet()));
            }
            if (job.attempts() > policy.tries()) {
                throw new JobRejectedException("its worker died in each of %d attempts".formatted(policy.tries()));
            }
            Optional<Duration> wait = gate.waitBefore(job);
            if (wait.isPresent()) {
                return JobEnd.postponed(job.id(), claimed.token(), null, wait.get());
            }
            run(handler, job, attempt);
            return JobEnd.succeeded(job.id(), claimed.token(), attempt.trace(), left(job, attempt));
        } catch (JobPostponedException postponed) {
            return JobEnd.postponed(job.id(), claimed.token(), attempt.trace(), postponed.delay());
        } catch (Throwable failure) {
            return failed(claimed, policy, attempt.trace(), failure);
        }
    }

    private <P extends Record> void run(JobHandler<P> handler, Job job, Attempt attempt) throws Exception {
        P work;
        try {
            work = handler.type()
                    .read(cipher.opened(job.request()), job.request().payloadVersion());
        } catch (UnreadablePayloadException unreadable) {
            throw new JobRejectedException(String.valueOf(unreadable.getMessage()));
        }
        handler.run(work, attempt);
    }

    private RetryPolicy policy(ClaimedJob claimed) {
        JobHandler<?> handler = handlers.get(claimed.job().name());
        RetryPolicy usual = claimed.channel().policy();
        return handler == null ? usual : handler.retries().orElse(usual);
    }

    /** What a success leaves: the handler's follow-ups and the next step of the chain, sealed before they lie anywhere. */
    private List<Job> left(Job job, Attempt attempt) {
        List<Job> left = new ArrayList<>(attempt.followUps());
        ChainStep.after(job, clock.instant()).ifPresent(left::add);
        return left.stream().map(cipher::sealed).toList();
    }

    /** How a job ends whose thread had to be given up. */
    JobEnd blocked(ClaimedJob claimed) {
        return failed(
                claimed,
                policy(claimed),
                null,
                new IllegalStateException("it blocks and does not react to interrupts"));
    }

    private JobEnd failed(ClaimedJob claimed, RetryPolicy policy, @Nullable JobTrace trace, Throwable failure) {
        Job job = claimed.job();
        if (claimed.stop() == ClaimedJob.Stop.DRAINED) {
            return JobEnd.postponed(job.id(), claimed.token(), trace, Duration.ZERO);
        }
        // An error is a defect of the program, not of the moment.
        boolean isFinal = failure instanceof JobRejectedException || failure instanceof Error;
        String error = limited(reason(claimed) + described(failure));
        if (isFinal) {
            LOG.error("Job {} is dead: {}", job.id(), error, failure);
        } else {
            LOG.warn("Job {} failed in attempt {} of {}: {}", job.id(), job.attempts(), policy.tries(), error);
        }
        return JobEnd.failed(
                job.id(),
                claimed.token(),
                trace,
                error,
                policy.tries(),
                policy.waitAfter(Math.max(1, job.attempts()), random),
                isFinal);
    }

    private static String reason(ClaimedJob claimed) {
        ClaimedJob.Stop stop = claimed.stop();
        if (stop == ClaimedJob.Stop.TIMED_OUT) {
            return "timed out after %s: ".formatted(claimed.channel().settings().timeout());
        }
        return stop == ClaimedJob.Stop.CANCELLED ? "cancelled: " : "";
    }

    private static String described(Throwable failure) {
        String described = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        Throwable cause = failure.getCause();
        return cause == null || cause == failure ? described : described + ", because of " + described(cause);
    }

    private static String limited(String error) {
        return error.length() <= ERROR_LIMIT ? error : error.substring(0, ERROR_LIMIT);
    }
}
