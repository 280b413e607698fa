package org.csrgrid.grid.job.directory;

import org.csrgrid.grid.cluster.MemberCall;

/** Asks how far a batch is. */
public record GetBatch(String id) implements MemberCall<FoundBatch> {}
