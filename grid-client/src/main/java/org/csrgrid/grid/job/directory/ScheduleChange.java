package org.csrgrid.grid.job.directory;

import org.csrgrid.grid.job.JobKey;

/** What became of an operator's wish. */
public sealed interface ScheduleChange {

    record ScheduleChanged(ScheduleReport schedule) implements ScheduleChange {}

    record Started(JobKey job) implements ScheduleChange {}

    record ScheduleNotFound() implements ScheduleChange {}
}
