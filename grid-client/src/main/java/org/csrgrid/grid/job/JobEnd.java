package org.csrgrid.grid.job;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobTrace;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended.
 *
 * @param token of the attempt's lease
 * @param error why it failed, null if it did not
 * @param tries how many attempts the job has in all
 * @param delay until the next attempt
 * @param isFinal whether no further attempt can help
 * @param trace what the attempt noted; null leaves it as it is
 * @param followUps what a success leaves to be enqueued
 */
public record JobEnd(
        String id,
        long token,
        Kind kind,
        @Nullable String error,
        int tries,
        Duration delay,
        boolean isFinal,
        @Nullable JobTrace trace,
        List<Job> followUps) {

    /** The ways an attempt ends; POSTPONED does not count. */
    public enum Kind {
        SUCCEEDED,
        FAILED,
        POSTPONED
    }

    public JobEnd {
        followUps = List.copyOf(followUps);
    }

    public static JobEnd succeeded(String id, long token, @Nullable JobTrace trace, List<Job> followUps) {
        return new JobEnd(id, token, Kind.SUCCEEDED, null, 0, Duration.ZERO, false, trace, followUps);
    }

    public static JobEnd failed(
            String id, long token, @Nullable JobTrace trace, String error, int tries, Duration delay, boolean isFinal) {
        return new JobEnd(id, token, Kind.FAILED, error, tries, delay, isFinal, trace, List.of());
    }

    public static JobEnd postponed(String id, long token, @Nullable JobTrace trace, Duration delay) {
        return new JobEnd(id, token, Kind.POSTPONED, null, 0, delay, false, trace, List.of());
    }

    /** The job after this end; the caller has checked that the token holds it. */
    Job applyTo(Job job, Instant now) {
        Job noted = trace == null ? job : job.note(trace);
        return switch (kind) {
            case SUCCEEDED -> noted.succeed(followUps, now);
            case FAILED -> noted.fail(requireNonNull(error, "error is null"), tries, delay, isFinal, now);
            case POSTPONED -> noted.handBack(now.plus(delay), now);
        };
    }
}
