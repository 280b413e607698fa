package org.csrgrid.grid.job.directory;

import java.util.List;

/** @param schedules by name */
public record Schedules(List<ScheduleReport> schedules) {

    public Schedules {
        schedules = List.copyOf(schedules);
    }
}
