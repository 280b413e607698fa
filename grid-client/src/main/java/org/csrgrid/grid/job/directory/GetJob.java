package org.csrgrid.grid.job.directory;

import org.csrgrid.grid.cluster.MemberCall;
import org.csrgrid.grid.job.JobKey;

/** Looks for a job, also among those that are over and only in the database. */
public record GetJob(JobKey key) implements MemberCall<FoundJob> {}
