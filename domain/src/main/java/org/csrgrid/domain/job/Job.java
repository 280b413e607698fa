package org.csrgrid.domain.job;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.csrgrid.domain.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * One piece of background work. Whoever holds the current lease's token may finish it; everybody else is refused.
 *
 * @param id derived from its cause, so that the same cause enqueued twice is one job
 * @param affinity what the work is about (a campaign's id); jobs of one affinity live together with its data
 * @param name which handler runs it
 * @param payload JSON of the handler's record
 * @param attempts started so far
 * @param runAt not before
 * @param lastToken the largest fencing token ever granted
 */
public record Job(
        String id,
        long affinity,
        String name,
        Channel channel,
        String payload,
        JobState state,
        int attempts,
        Instant runAt,
        long lastToken,
        @Nullable JobLease lease,
        @Nullable String lastError,
        Instant createdAt,
        long version)
        implements Versioned {

    public static final int ID_LIMIT = 150;

    public Job {
        requireNonNull(state, "state is null");
        if (id.isBlank() || id.length() > ID_LIMIT) {
            throw new IllegalArgumentException("id: %d characters (expected: 1..%d)".formatted(id.length(), ID_LIMIT));
        }
    }

    public static Job ready(
            String id, long affinity, String name, Channel channel, String payload, Instant runAt, Instant now) {
        return new Job(id, affinity, name, channel, payload, JobState.READY, 0, runAt, 0, null, null, now, 1);
    }

    /** Whether a worker may start it now: it is due, or its worker's lease ran out. */
    public boolean isClaimable(Instant now) {
        return switch (state) {
            case READY -> !runAt.isAfter(now);
            case RUNNING -> lease == null || !lease.until().isAfter(now);
            case DEAD -> false;
        };
    }

    /** Grants a lease with a new token, or nothing if it is not claimable. */
    public Optional<Job> claim(String worker, Instant now, Duration leaseTime) {
        if (!isClaimable(now)) {
            return Optional.empty();
        }
        long token = lastToken + 1;
        return Optional.of(with(
                JobState.RUNNING,
                attempts + 1,
                runAt,
                token,
                new JobLease(worker, token, now.plus(leaseTime)),
                lastError));
    }

    public boolean isHeldBy(long token) {
        return state == JobState.RUNNING && lease != null && lease.token() == token;
    }

    public Job renew(Instant until) {
        JobLease held = requireNonNull(lease, "lease is null");
        return with(state, attempts, runAt, lastToken, new JobLease(held.worker(), held.token(), until), lastError);
    }

    /** After a failed attempt: waits for the next, or is dead when the policy's tries are used up or the failure is final. */
    public Job fail(String error, RetryPolicy policy, boolean isFinal, Instant now) {
        boolean dead = isFinal || attempts >= policy.tries();
        return with(
                dead ? JobState.DEAD : JobState.READY,
                attempts,
                dead ? runAt : now.plus(policy.waitAfter(attempts)),
                lastToken,
                null,
                error);
    }

    /** Gives the job back without counting the attempt, when its worker drains or the work has to wait for something else. */
    public Job handBack(Instant notBefore) {
        return with(JobState.READY, attempts - 1, notBefore, lastToken, null, lastError);
    }

    /** Makes the lease of a worker known to be gone run out now. */
    public Job orphan(Instant now) {
        JobLease held = requireNonNull(lease, "lease is null");
        return with(state, attempts, runAt, lastToken, new JobLease(held.worker(), held.token(), now), lastError);
    }

    /** A dead job's second life, with all its tries. */
    public Job revive(Instant now) {
        return with(JobState.READY, 0, now, lastToken, null, lastError);
    }

    private Job with(
            JobState newState,
            int newAttempts,
            Instant newRunAt,
            long newToken,
            @Nullable JobLease newLease,
            @Nullable String newError) {
        return new Job(
                id,
                affinity,
                name,
                channel,
                payload,
                newState,
                newAttempts,
                newRunAt,
                newToken,
                newLease,
                newError,
                createdAt,
                version + 1);
    }
}
