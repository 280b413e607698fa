package org.csrgrid.grid.job.directory;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.csrgrid.grid.cluster.MemberCall;

/** Pauses, resumes or runs a schedule. A repeat with the same time is harmless: the run has an id that contains it. */
public record ControlSchedule(String name, ScheduleAction action, Instant now) implements MemberCall<ScheduleChange> {

    public ControlSchedule {
        requireNonNull(action, "action is null");
        requireNonNull(now, "now is null");
    }
}
