package org.csrgrid.grid.dashboard;

import java.time.Instant;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.Uniqueness;
import org.csrgrid.grid.job.JobType;

/** The job that computes a dashboard beforehand. */
public final class DashboardJobs {

    public static final JobType<DashboardWork> WARM_DASHBOARD =
            JobType.of("warm-dashboard", Channel.CACHE_WARMING, DashboardWork.class);

    private DashboardJobs() {}

    /** @param userId whose dashboard */
    public record DashboardWork(long userId) {}

    /** One at a time per person: while one waits or runs, another joins it. It belongs to that person, who may follow it. */
    public static Job warm(long userId, Instant now) {
        var request = WARM_DASHBOARD
                .request(new DashboardWork(userId))
                .with()
                .owner(userId)
                .unique(Uniqueness.UNTIL_DONE)
                .build();
        return Job.ready(WARM_DASHBOARD.name() + ":" + userId, userId, request, now, now);
    }
}
