package org.csrgrid.grid.job.directory;

import org.csrgrid.grid.cluster.MemberCall;

/** Asks for everything that begins by the clock. */
public record ListSchedules() implements MemberCall<Schedules> {}
