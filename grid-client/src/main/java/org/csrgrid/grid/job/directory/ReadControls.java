package org.csrgrid.grid.job.directory;

import org.csrgrid.grid.cluster.MemberCall;

/** Asks for all channels as operators left them. */
public record ReadControls() implements MemberCall<Controls> {}
