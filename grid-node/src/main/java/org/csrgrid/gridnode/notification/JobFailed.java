package org.csrgrid.gridnode.notification;

import java.time.Clock;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.grid.notification.NotificationJobs;
import org.csrgrid.grid.notification.NotificationJobs.FailedJobWork;
import org.csrgrid.gridnode.job.JobContext;
import org.csrgrid.gridnode.job.JobHandler;

/** Has the administrators told of a dead job. */
final class JobFailed implements JobHandler<FailedJobWork> {

    private final Clock clock;

    JobFailed(Clock clock) {
        this.clock = clock;
    }

    @Override
    public JobType<FailedJobWork> type() {
        return NotificationJobs.JOB_FAILED;
    }

    @Override
    public void run(FailedJobWork failed, JobContext context) {
        context.followUp(NotificationJobs.failureNotice(failed, context.job().createdAt(), clock.instant()));
    }
}
