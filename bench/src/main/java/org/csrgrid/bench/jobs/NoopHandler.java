package org.csrgrid.bench.jobs;

import org.csrgrid.bench.jobs.NoopJobs.NoopWork;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.gridnode.job.JobContext;
import org.csrgrid.gridnode.job.JobHandler;

/** Counts, and does nothing else; waits while the tally's gate is closed. */
record NoopHandler(JobType<NoopWork> type, SharedTally tally) implements JobHandler<NoopWork> {

    @Override
    public void run(NoopWork work, JobContext context) throws InterruptedException {
        while (tally.isGateClosed()) {
            Thread.sleep(2);
        }
        if (work.dueMicros() > 0) {
            tally.waited(NoopJobs.micros() - work.dueMicros());
        }
        tally.done();
    }
}
