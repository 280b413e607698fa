package org.csrgrid.grid.job.filter;

import org.csrgrid.grid.cluster.MemberCall;

/** Asks a member how many jobs there are. */
public record CountJobs() implements MemberCall<JobCounts> {}
