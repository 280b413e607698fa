package org.csrgrid.gridnode.house;

import java.util.List;
import org.csrgrid.grid.job.HouseJobs;
import org.csrgrid.grid.job.JobType;

/** When the house is kept, in UTC. A run that was missed while nothing ran is not made up for: the next one does its work. */
public final class HouseSchedules {

    /**
     * Work that begins by the clock.
     *
     * @param name stable
     * @param cron five fields as Unix has them
     */
    public record Schedule<P extends Record>(String name, String cron, JobType<P> type, P work) {}

    public static final List<Schedule<?>> ALL = List.of(
            new Schedule<>("monitor-jobs", "* * * * *", HouseJobs.MONITOR_JOBS, new HouseJobs.MonitorWork()),
            new Schedule<>(
                    "cleanup-expired-data",
                    "*/15 * * * *",
                    HouseJobs.CLEANUP_EXPIRED_DATA,
                    new HouseJobs.CleanupWork(false)),
            new Schedule<>("warm-cache", "0 5 * * *", HouseJobs.WARM_CACHE, new HouseJobs.WarmWork(List.of())));

    private HouseSchedules() {}
}
