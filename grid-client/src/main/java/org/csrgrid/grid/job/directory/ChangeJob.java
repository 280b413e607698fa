package org.csrgrid.grid.job.directory;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.csrgrid.domain.job.JobAction;
import org.csrgrid.grid.cluster.MemberCall;
import org.csrgrid.grid.job.JobKey;

/** Does something to a job, also if it is over and only in the database. Atomic over the job; a repeat is harmless. */
public record ChangeJob(JobKey job, JobAction action, Instant now) implements MemberCall<JobChange> {

    public ChangeJob {
        requireNonNull(action, "action is null");
        requireNonNull(now, "now is null");
    }
}
