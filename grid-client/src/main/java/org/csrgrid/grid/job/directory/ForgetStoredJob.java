package org.csrgrid.grid.job.directory;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.csrgrid.grid.cluster.MemberCall;
import org.csrgrid.grid.job.JobKey;

/** Removes a job that is over from memory and from the database before it answers. A repeat finds nothing. */
public record ForgetStoredJob(JobKey job, Instant now) implements MemberCall<JobChange> {

    public ForgetStoredJob {
        requireNonNull(now, "now is null");
    }
}
