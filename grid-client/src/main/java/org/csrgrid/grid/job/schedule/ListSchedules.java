package org.csrgrid.grid.job.schedule;

import org.csrgrid.grid.cluster.MemberCall;

/** Asks a member for all schedules. */
public record ListSchedules() implements MemberCall<ScheduleList> {}
