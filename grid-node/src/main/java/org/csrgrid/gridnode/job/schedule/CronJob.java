package org.csrgrid.gridnode.job.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.job.Uniqueness;
import org.csrgrid.domain.job.schedule.MissedRuns;
import org.csrgrid.domain.job.schedule.ScheduleState;
import org.csrgrid.grid.job.JobType;

/** Work that begins by the clock. Immutable. */
public final class CronJob {

    /** A fire time late by no more than this is not missed. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final int MOST_AT_ONCE = 100;
    private static final int NAME_LIMIT = 80;

    private final String name;
    private final CronTimes times;
    private final MissedRuns missed;
    private final JobRequest request;

    private CronJob(String name, CronTimes times, MissedRuns missed, JobRequest request) {
        this.name = name;
        this.times = times;
        this.missed = missed;
        this.request = request.with().unique(Uniqueness.ONCE).build();
    }

    /**
     * @param name stable; what is remembered is remembered under it
     * @param cron five fields as Unix has them, or six or seven with seconds and year as Quartz has them
     * @throws InvalidScheduleException if the cron cannot be read or never fires
     */
    public static <P extends Record> CronJob of(
            String name, String cron, ZoneId zone, MissedRuns missed, JobType<P> type, P work) {
        if (name.isBlank() || name.length() > NAME_LIMIT) {
            throw new InvalidScheduleException(
                    "name of schedule: \"%s\" (expected: 1..%d characters)".formatted(name, NAME_LIMIT));
        }
        return new CronJob(name, CronTimes.parse(name, cron, zone), missed, type.request(work));
    }

    public String name() {
        return name;
    }

    public String jobName() {
        return request.name();
    }

    /** As written. */
    public String cron() {
        return times.text();
    }

    public ZoneId zone() {
        return times.zone();
    }

    public MissedRuns missed() {
        return missed;
    }

    /** The first fire time after an instant; empty if there is none any more. */
    public Optional<Instant> nextAfter(Instant instant) {
        return times.nextAfter(instant);
    }

    /** The fire times that get a job now, oldest first. */
    List<Instant> due(ScheduleState state, Instant now) {
        Instant from = state.accountedUntil();
        Instant onTime = now.minus(GRACE);
        return switch (missed) {
            case SKIP -> times.latest(later(from, onTime), now, MOST_AT_ONCE);
            case ONCE -> {
                List<Instant> punctual = times.latest(later(from, onTime), now, MOST_AT_ONCE);
                yield punctual.isEmpty() ? times.latest(from, now, 1) : punctual;
            }
            case ALL -> times.latest(from, now, MOST_AT_ONCE);
        };
    }

    /** The job of a fire time: the same one whichever member makes it, and never again. */
    Job job(Instant fireTime, Instant now) {
        return job("cron:%s:%s".formatted(name, fireTime), fireTime, now);
    }

    /** The job of a run that somebody asked for at that time. */
    Job requestedJob(Instant requestedAt, Instant now) {
        return job("cron:%s:asked:%s".formatted(name, requestedAt), requestedAt, now);
    }

    private Job job(String id, Instant runAt, Instant now) {
        return Job.ready(id, id.hashCode(), request, runAt, now);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
