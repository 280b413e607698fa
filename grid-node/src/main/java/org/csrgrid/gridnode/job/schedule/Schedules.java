package org.csrgrid.gridnode.job.schedule;

import com.hazelcast.core.HazelcastInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.schedule.ScheduleChange;
import org.csrgrid.domain.job.schedule.ScheduleState;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.grid.job.schedule.ScheduleGrid;
import org.csrgrid.grid.job.schedule.ScheduleList;
import org.csrgrid.grid.job.schedule.ScheduleView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fires the schedules. The oldest member looks twice a second; for every fire time that is due
 *
 * <ol>
 *   <li>it enqueues the job whose id contains the fire time;
 *   <li>it remembers that the fire time is done with.
 * </ol>
 *
 * <p>If it dies in between, or two members think they are the oldest, the next one enqueues the same job, and since that is wanted once, it joins the
 * first.
 */
public final class Schedules implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);
    private static final long BETWEEN_LOOKS_MILLIS = 500;

    /** Members' clocks differ by less. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final HazelcastInstance grid;
    private final Map<String, CronJob> cronJobs = new TreeMap<>();
    private final ScheduleGrid states;
    private final Consumer<Job> enqueue;
    private final Clock clock;
    private final ScheduledExecutorService timer;

    /**
     * @param enqueue returns when the job is safe; a repeat is harmless
     * @throws InvalidScheduleException if two of the jobs have one name
     */
    public Schedules(HazelcastInstance grid, List<CronJob> cronJobs, Consumer<Job> enqueue, Clock clock) {
        this.grid = grid;
        for (CronJob cronJob : cronJobs) {
            if (this.cronJobs.put(cronJob.name(), cronJob) != null) {
                throw new InvalidScheduleException(
                        "name of schedule: \"%s\" (expected: one schedule of that name)".formatted(cronJob.name()));
            }
        }
        states = new ScheduleGrid(grid, new MemberCalls(grid));
        this.enqueue = enqueue;
        this.clock = clock;
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("schedules").factory());
    }

    /** Looks from now on. */
    public Schedules start() {
        timer.scheduleWithFixedDelay(
                this::lookQuietly, BETWEEN_LOOKS_MILLIS, BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    private void lookQuietly() {
        try {
            look();
        } catch (RuntimeException failure) {
            if (grid.getLifecycleService().isRunning() && !GridCalls.isTransient(failure)) {
                LOG.warn("Looking at the schedules failed; it is repeated: {}", failure.toString());
            }
        }
    }

    /** One look, if this is the oldest member. A repeat is harmless; one schedule's failure does not hold up the others. */
    void look() {
        if (!grid.getCluster().getMembers().iterator().next().localMember()) {
            return;
        }
        for (CronJob cronJob : cronJobs.values()) {
            try {
                look(cronJob, clock.instant());
            } catch (RuntimeException failure) {
                if (grid.getLifecycleService().isRunning() && !GridCalls.isTransient(failure)) {
                    LOG.warn("Schedule {} could not fire; it is tried again: {}", cronJob.name(), failure.toString());
                }
            }
        }
    }

    private void look(CronJob cronJob, Instant now) {
        ScheduleState state = states.find(cronJob.name())
                .or(() -> states.change(cronJob.name(), new ScheduleChange.Begin(now)))
                .orElseThrow();
        Instant requestedAt = state.requestedAt();
        if (requestedAt != null) {
            enqueue.accept(cronJob.requestedJob(requestedAt, now));
            states.change(cronJob.name(), new ScheduleChange.Grant(requestedAt));
        }
        if (state.isPaused()) {
            return;
        }
        if (state.accountedUntil().isAfter(now.plus(CLOCKS_DIFFER))) {
            LOG.warn(
                    "Schedule {} is done with times up to {}, which a wrong clock must have said; it goes on from now",
                    cronJob.name(),
                    state.accountedUntil());
            states.change(cronJob.name(), new ScheduleChange.SetBack(now));
            return;
        }
        fire(cronJob, state, now);
    }

    private void fire(CronJob cronJob, ScheduleState state, Instant now) {
        boolean isDue = cronJob.nextAfter(state.accountedUntil())
                .filter(next -> !next.isAfter(now))
                .isPresent();
        if (!isDue) {
            return;
        }
        List<Instant> due = cronJob.due(state, now);
        due.forEach(fireTime -> enqueue.accept(cronJob.job(fireTime, now)));
        states.change(cronJob.name(), new ScheduleChange.Account(now, due.isEmpty() ? null : due.getLast()));
    }

    /** All schedules as people see them. */
    public ScheduleList list() {
        Instant now = clock.instant();
        return new ScheduleList(
                cronJobs.values().stream().map(cronJob -> view(cronJob, now)).toList());
    }

    private ScheduleView view(CronJob cronJob, Instant now) {
        ScheduleState state = states.find(cronJob.name()).orElse(null);
        boolean isPaused = state != null && state.isPaused();
        return new ScheduleView(
                cronJob.name(),
                cronJob.jobName(),
                cronJob.cron(),
                cronJob.zone().getId(),
                cronJob.missed(),
                isPaused ? null : cronJob.nextAfter(now).orElse(null),
                state);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
