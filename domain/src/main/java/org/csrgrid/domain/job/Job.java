package org.csrgrid.domain.job;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.csrgrid.domain.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * One piece of background work. Whoever holds the current lease's token may write to it and finish it; everybody else is refused.
 *
 * @param id derived from its cause, so that the same cause enqueued twice is one job
 * @param affinity what the work is about (a campaign's id); jobs of one affinity live together with its data
 * @param attempts started so far, but those given back
 * @param runAt not before
 * @param lastToken the largest fencing token ever granted
 * @param again what runs once more when the present run is over; null for nothing
 * @param isCancelRequested whether the worker was asked to stop
 * @param lastError why the last attempt failed, null if none has
 * @param followUps what a finished job still has to enqueue, each under an id derived from this job
 * @param isUnreported whether it is over and its batch, or of a dead job whoever looks after those, has yet to hear of it
 * @param finishedAt when it was over, null before
 */
public record Job(
        String id,
        long affinity,
        JobRequest request,
        JobState state,
        int attempts,
        Instant runAt,
        long lastToken,
        @Nullable JobLease lease,
        JobTrace trace,
        @Nullable JobRequest again,
        boolean isCancelRequested,
        @Nullable String lastError,
        List<Job> followUps,
        boolean isUnreported,
        Instant createdAt,
        @Nullable Instant finishedAt,
        long version)
        implements Versioned {

    public static final int ID_LIMIT = 150;

    /** {@link #wakesAtMicros} of a job nobody has to come back to. */
    public static final long NEVER = Long.MAX_VALUE;

    public Job {
        requireNonNull(request, "request is null");
        requireNonNull(state, "state is null");
        requireNonNull(trace, "trace is null");
        followUps = List.copyOf(followUps);
        if (id.isBlank() || id.length() > ID_LIMIT) {
            throw new IllegalArgumentException("id: %d characters (expected: 1..%d)".formatted(id.length(), ID_LIMIT));
        }
    }

    /** A new job that waits for its time. */
    public static Job ready(String id, long affinity, JobRequest request, Instant runAt, Instant now) {
        return new Job(
                id,
                affinity,
                request,
                JobState.READY,
                0,
                runAt,
                0,
                null,
                JobTrace.EMPTY,
                null,
                false,
                null,
                List.of(),
                false,
                now,
                null,
                1);
    }

    public String name() {
        return request.name();
    }

    /** The same job, not enqueued yet, described otherwise. */
    public Job withRequest(JobRequest described) {
        return new Job(
                id,
                affinity,
                described,
                state,
                attempts,
                runAt,
                lastToken,
                lease,
                trace,
                again,
                isCancelRequested,
                lastError,
                followUps,
                isUnreported,
                createdAt,
                finishedAt,
                version);
    }

    public Channel channel() {
        return request.channel();
    }

    /** When somebody has to come back to it, as microseconds since 1970: to run it, to take it over, to deliver what it left. */
    public long wakesAtMicros() {
        Instant wakesAt =
                switch (state) {
                    case READY -> runAt;
                    case RUNNING -> lease == null ? runAt : lease.until();
                    case SUCCEEDED, DEAD, CANCELLED -> isOwing() ? finishedAt : null;
                };
        return wakesAt == null ? NEVER : ChronoUnit.MICROS.between(Instant.EPOCH, wakesAt);
    }

    /** Whether it is over and somebody still has to deliver what it left or to report its end. */
    public boolean isOwing() {
        return state.isOver() && (isUnreported || !followUps.isEmpty());
    }

    /** Whether a worker may start it now: it is due, or its worker's lease ran out. */
    public boolean isClaimable(Instant now) {
        return switch (state) {
            case READY -> !runAt.isAfter(now);
            case RUNNING -> lease == null || !lease.until().isAfter(now);
            case SUCCEEDED, DEAD, CANCELLED -> false;
        };
    }

    /** Grants a lease with a new token, or nothing if it is not claimable. */
    public Optional<Job> claim(String worker, Instant now, Duration leaseTime) {
        if (!isClaimable(now)) {
            return Optional.empty();
        }
        long token = lastToken + 1;
        return Optional.of(change().state(JobState.RUNNING)
                .attempts(attempts + 1)
                .lastToken(token)
                .lease(new JobLease(worker, token, now.plus(leaseTime)))
                .build());
    }

    public boolean isHeldBy(long token) {
        return state == JobState.RUNNING && lease != null && lease.token() == token;
    }

    /** The lease lasts longer; the caller has checked that it is held. */
    public Job renew(Instant until) {
        JobLease held = requireNonNull(lease, "lease is null");
        return change().lease(new JobLease(held.worker(), held.token(), until)).build();
    }

    /** What the worker noted on the way. */
    public Job note(JobTrace noted) {
        return change().trace(noted).build();
    }

    /** After a successful attempt. What is to be enqueued stays with the job until that is done; a run that was asked for meanwhile waits again. */
    public Job succeed(List<Job> left, Instant now) {
        if (again != null && left.isEmpty()) {
            return goAgain(now);
        }
        return over(JobState.SUCCEEDED, left, now);
    }

    /** After a failed attempt: waits for the next, or is dead when the policy's tries are used up or the failure is final. */
    public Job fail(String error, int tries, Duration wait, boolean isFinal, Instant now) {
        if (isCancelRequested) {
            return over(JobState.CANCELLED, List.of(), now);
        }
        boolean isDead = isFinal || attempts >= tries;
        JobBuilder failed = change().lastError(error);
        return isDead
                ? failed.state(JobState.DEAD)
                        .lease(null)
                        .unreported(true)
                        .finishedAt(now)
                        .build()
                : failed.state(JobState.READY).lease(null).runAt(now.plus(wait)).build();
    }

    /** Gives the job back without counting the attempt, when its worker drains or the work has to wait for something else. */
    public Job handBack(Instant notBefore, Instant now) {
        return isCancelRequested
                ? over(JobState.CANCELLED, List.of(), now)
                : change().state(JobState.READY)
                        .attempts(attempts - 1)
                        .runAt(notBefore)
                        .lease(null)
                        .build();
    }

    /** Makes the lease of a worker known to be gone run out now. */
    public Job orphan(Instant now) {
        return renew(now);
    }

    /** What it left is enqueued and its end is reported; a run that was asked for meanwhile waits again. */
    public Job delivered(Instant now) {
        return again == null ? change().followUps(List.of()).unreported(false).build() : goAgain(now);
    }

    /** Ends a waiting job; asks a running one's worker to stop. What is over stays as it is. */
    public Job cancel(Instant now) {
        return switch (state) {
            case READY -> over(JobState.CANCELLED, List.of(), now);
            case RUNNING -> change().cancelRequested(true).again(null).build();
            case DEAD, SUCCEEDED, CANCELLED -> this;
        };
    }

    /**
     * The job as it goes on after it came back from the database, which may not know the latest tokens: the next one is larger than any granted before,
     * because jobs are not claimed every millisecond.
     */
    public Job restored(Instant now) {
        return change().lastToken(Math.max(lastToken, now.toEpochMilli())).build();
    }

    /** A second life for a job that is over, with all its tries. */
    public Job revive(Instant now) {
        return change().state(JobState.READY)
                .attempts(0)
                .runAt(now)
                .lease(null)
                .cancelRequested(false)
                .unreported(false)
                .finishedAt(null)
                .build();
    }

    /** Another time to start at, for a job that waits. */
    public Job snooze(Instant until) {
        return change().runAt(until).build();
    }

    /** A newcomer under the same id: what becomes of the two, by the newcomer's uniqueness. */
    public Meeting meet(Job newcomer) {
        return Meeting.of(this, newcomer);
    }

    private Job goAgain(Instant now) {
        return change().request(requireNonNull(again, "again is null"))
                .again(null)
                .state(JobState.READY)
                .attempts(0)
                .runAt(now)
                .lease(null)
                .followUps(List.of())
                .unreported(false)
                .finishedAt(null)
                .build();
    }

    private Job over(JobState end, List<Job> left, Instant now) {
        return change().state(end)
                .lease(null)
                .followUps(left)
                .unreported(request.batch() != null)
                .finishedAt(now)
                .build();
    }

    JobBuilder change() {
        return new JobBuilder(this);
    }
}
