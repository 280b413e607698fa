package org.csrgrid.grid.job.directory;

import org.csrgrid.grid.cluster.MemberCall;

/** Asks a member what its workers did since it started. */
public record JobFiguresCall() implements MemberCall<MemberFigures> {}
