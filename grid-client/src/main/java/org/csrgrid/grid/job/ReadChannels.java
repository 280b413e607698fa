package org.csrgrid.grid.job;

import org.csrgrid.grid.cluster.MemberCall;

/** Asks a member what its workers have to do and have done. */
public record ReadChannels() implements MemberCall<ChannelTallies> {}
