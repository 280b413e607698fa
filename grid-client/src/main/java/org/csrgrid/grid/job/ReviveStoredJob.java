package org.csrgrid.grid.job;

import java.time.Instant;
import org.csrgrid.grid.cluster.MemberCall;

/** Asks a member to give a job that is over a second life, from its row if memory has forgotten it. A repeat is harmless. */
public record ReviveStoredJob(JobKey job, Instant now) implements MemberCall<FoundJob> {}
