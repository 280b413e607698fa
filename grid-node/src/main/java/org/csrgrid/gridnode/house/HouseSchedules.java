package org.csrgrid.gridnode.house;

import java.time.ZoneOffset;
import java.util.List;
import org.csrgrid.domain.job.schedule.MissedRuns;
import org.csrgrid.grid.job.HouseJobs;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.gridnode.job.schedule.CronJob;

/** When the house is kept, in UTC. What was missed while nothing ran is made up for by clean-up alone. */
public final class HouseSchedules {

    public static final List<CronJob> ALL = List.of(
            cronJob(HouseJobs.MONITOR_JOBS, "* * * * *", MissedRuns.SKIP, new HouseJobs.MonitorWork()),
            cronJob(HouseJobs.CLEANUP_EXPIRED_DATA, "*/15 * * * *", MissedRuns.ONCE, new HouseJobs.CleanupWork(false)),
            cronJob(HouseJobs.WARM_CACHE, "0 5 * * *", MissedRuns.SKIP, new HouseJobs.WarmWork(List.of())));

    private HouseSchedules() {}

    private static <P extends Record> CronJob cronJob(JobType<P> type, String cron, MissedRuns missed, P work) {
        return CronJob.of(type.name(), cron, ZoneOffset.UTC, missed, type, work);
    }
}
