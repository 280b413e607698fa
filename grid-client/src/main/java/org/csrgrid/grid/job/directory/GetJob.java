package org.csrgrid.grid.job.directory;

import org.csrgrid.grid.cluster.MemberCall;
import org.csrgrid.grid.job.JobKey;

/** Looks for a job that is over in the database, where it is remembered for longer than in memory. */
public record GetJob(JobKey key) implements MemberCall<ArchivedJob> {}
