package org.csrgrid.grid.job.directory;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.csrgrid.domain.job.JobAction;
import org.csrgrid.grid.cluster.MemberCall;
import org.csrgrid.grid.job.JobKey;

/**
 * Does the same to several jobs and answers how many were changed. Atomic over each job. A repeat is harmless; jobs the first one changed are then not
 * counted again.
 */
public record ChangeJobs(List<JobKey> jobs, JobAction action, Instant now) implements MemberCall<Long> {

    public ChangeJobs {
        jobs = List.copyOf(jobs);
        requireNonNull(action, "action is null");
        requireNonNull(now, "now is null");
    }
}
