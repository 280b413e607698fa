package org.csrgrid.grid.job.directory;

/** What an operator does to a schedule. */
public enum ScheduleAction {
    PAUSE,
    RESUME,
    /** One run now, besides those that are due by the clock. */
    RUN
}
