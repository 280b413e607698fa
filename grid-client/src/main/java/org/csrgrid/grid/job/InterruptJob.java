package org.csrgrid.grid.job;

import org.csrgrid.grid.cluster.MemberCall;

/** Asks a member to stop an attempt that is to be cancelled. Answers whether it runs there; a repeat is harmless. */
public record InterruptJob(JobKey job, long token) implements MemberCall<Boolean> {}
