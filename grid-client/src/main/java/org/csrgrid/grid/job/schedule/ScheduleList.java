package org.csrgrid.grid.job.schedule;

import java.util.List;

/** All schedules by name. */
public record ScheduleList(List<ScheduleView> schedules) {

    public ScheduleList {
        schedules = List.copyOf(schedules);
    }
}
