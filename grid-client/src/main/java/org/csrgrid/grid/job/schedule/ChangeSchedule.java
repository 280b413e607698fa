package org.csrgrid.grid.job.schedule;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;
import org.csrgrid.domain.job.schedule.ScheduleChange;
import org.csrgrid.domain.job.schedule.ScheduleState;
import org.jspecify.annotations.Nullable;

/** Changes a schedule. Atomic over the schedule; a repeat is harmless. Answers the schedule afterwards, null if nobody has heard of it. */
public record ChangeSchedule(ScheduleChange change)
        implements EntryProcessor<String, ScheduleState, @Nullable ScheduleState> {

    @Override
    public @Nullable ScheduleState process(Map.Entry<String, ScheduleState> entry) {
        ScheduleState before = entry.getValue();
        ScheduleState after = change.applyTo(entry.getKey(), before);
        if (after != null && after != before) {
            entry.setValue(after);
        }
        return after;
    }
}
