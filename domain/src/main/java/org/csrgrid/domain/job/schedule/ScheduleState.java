package org.csrgrid.domain.job.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.csrgrid.domain.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered about a schedule.
 *
 * @param accountedUntil fire times up to here are done with
 * @param lastFired the latest fire time whose job was enqueued, null before the first
 * @param isPaused whether it does not fire; fire times of a pause are not missed
 * @param requestedAt when somebody asked for a run beside the plan that is not enqueued yet, null for nobody
 */
public record ScheduleState(
        String name,
        Instant accountedUntil,
        @Nullable Instant lastFired,
        boolean isPaused,
        @Nullable Instant requestedAt,
        long version)
        implements Versioned {

    public ScheduleState {
        requireNonNull(name, "name is null");
        requireNonNull(accountedUntil, "accountedUntil is null");
    }

    /** A schedule seen for the first time: what was before is not missed. */
    public static ScheduleState begun(String name, Instant now) {
        return new ScheduleState(name, now, null, false, null, 1);
    }

    /** Fire times up to then are done with; an earlier time changes nothing. */
    public ScheduleState accounted(Instant until, @Nullable Instant fired) {
        return until.isAfter(accountedUntil)
                ? next(until, fired == null ? lastFired : fired, isPaused, requestedAt)
                : this;
    }

    /** Goes on from now although it was further, because somebody's clock was wrong. */
    public ScheduleState setBack(Instant now) {
        return next(now, lastFired, isPaused, requestedAt);
    }

    public ScheduleState pause() {
        return isPaused ? this : next(accountedUntil, lastFired, true, requestedAt);
    }

    /** Fires again from now on. */
    public ScheduleState resume(Instant now) {
        return isPaused ? next(now, lastFired, false, requestedAt) : this;
    }

    /** Wants one run beside the plan, also while paused; who asks before it is enqueued gets the same one. */
    public ScheduleState request(Instant now) {
        return requestedAt == null ? next(accountedUntil, lastFired, isPaused, now) : this;
    }

    /** The run that was asked for then is enqueued. */
    public ScheduleState granted(Instant request) {
        return request.equals(requestedAt) ? next(accountedUntil, lastFired, isPaused, null) : this;
    }

    private ScheduleState next(Instant until, @Nullable Instant fired, boolean paused, @Nullable Instant requested) {
        return new ScheduleState(name, until, fired, paused, requested, version + 1);
    }
}
