package org.csrgrid.gridnode.job.filter;

import java.time.Instant;
import java.util.Optional;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.job.JobKey;

/** What can be done to one job. Each is atomic over the job and harmless when repeated. Safe for use by many threads. */
public interface JobChanges {

    /** Gives a job that is over a second life, from its row if memory has forgotten it. Answers the job as it is now. */
    Optional<Job> revive(JobKey job, Instant now);

    /** Ends a waiting job and asks a running one to stop. Answers the job as it is now, empty if it is over for long. */
    Optional<Job> cancel(JobKey job, Instant now);

    /** Takes a job that is over out of memory. Answers whether memory has it no more; false says that it is alive. */
    boolean forget(JobKey job);
}
