package org.csrgrid.grid.job;

import java.util.List;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.cluster.MemberCall;

/** Hands jobs to the member that owns their partitions. Answered when they are as durable as their channels ask for; a repeat is harmless. */
public record EnqueueJobs(List<Job> jobs) implements MemberCall<EnqueuedJobs> {

    public EnqueueJobs {
        jobs = List.copyOf(jobs);
    }
}
