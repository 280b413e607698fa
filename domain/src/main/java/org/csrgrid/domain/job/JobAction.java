package org.csrgrid.domain.job;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** What a person does to one job. */
public sealed interface JobAction {

    /** A dead or cancelled job begins again, with all its tries. */
    record Retry() implements JobAction {}

    /** A job that waits is over; one that runs is asked to stop. */
    record Cancel() implements JobAction {}

    /** A job that waits starts at another time, sooner or later; no attempt is counted. */
    record Snooze(Instant until) implements JobAction {
        public Snooze {
            requireNonNull(until, "until is null");
        }
    }

    /** A job that is over is gone for good. */
    record Forget() implements JobAction {}

    /** Whether the job's state allows this. What a job that is over still owes keeps it from being forgotten or begun again, for a moment. */
    default boolean fits(Job job) {
        return switch (this) {
            case Retry _ -> (job.state() == JobState.DEAD || job.state() == JobState.CANCELLED) && !job.isOwing();
            case Cancel _ -> !job.state().isOver();
            case Snooze _ -> job.state() == JobState.READY;
            case Forget _ -> job.state().isOver() && !job.isOwing();
        };
    }

    /** The job afterwards, empty if nothing is left of it; the caller has checked that this {@link #fits}. */
    default Optional<Job> done(Job job, Instant now) {
        return switch (this) {
            case Retry _ -> Optional.of(job.revive(now));
            case Cancel _ -> Optional.of(job.cancel(now));
            case Snooze snooze -> Optional.of(job.snooze(snooze.until()));
            case Forget _ -> Optional.empty();
        };
    }
}
