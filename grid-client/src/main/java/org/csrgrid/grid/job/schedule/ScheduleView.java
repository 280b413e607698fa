package org.csrgrid.grid.job.schedule;

import java.time.Instant;
import org.csrgrid.domain.job.schedule.MissedRuns;
import org.csrgrid.domain.job.schedule.ScheduleState;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as people see it.
 *
 * @param jobName the kind of jobs it enqueues
 * @param cron five fields as Unix has them, or six or seven with seconds and year as Quartz has them
 * @param zone what the fields mean
 * @param next when it fires next, null while it is paused and when it never does again
 * @param state null in the moment before its first look
 */
public record ScheduleView(
        String name,
        String jobName,
        String cron,
        String zone,
        MissedRuns missed,
        @Nullable Instant next,
        @Nullable ScheduleState state) {}
