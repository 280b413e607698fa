package org.csrgrid.grid.job.schedule;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.csrgrid.domain.job.schedule.ScheduleChange;
import org.csrgrid.domain.job.schedule.ScheduleState;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.MemberCalls;

/**
 * Looks at schedules and steers them. What is changed here is in the database when the call returns, and survives restarts. Every call may throw
 * {@link org.csrgrid.grid.cluster.GridUnavailableException}. Safe for use by many threads.
 */
public final class ScheduleGrid {

    private final IMap<String, ScheduleState> schedules;
    private final MemberCalls calls;

    public ScheduleGrid(HazelcastInstance grid, MemberCalls calls) {
        schedules = grid.getMap(GridMaps.JOB_SCHEDULES);
        this.calls = calls;
    }

    /** All schedules the members have, by name. */
    public List<ScheduleView> all() {
        return calls.any(new ListSchedules()).schedules();
    }

    /** It fires no more until it is resumed. Empty if there is no such schedule. A repeat is harmless. */
    public Optional<ScheduleState> pause(String name) {
        return change(name, new ScheduleChange.Pause());
    }

    /** It fires again; what would have been while it was paused is not made up for. Empty if there is no such schedule. */
    public Optional<ScheduleState> resume(String name, Instant now) {
        return change(name, new ScheduleChange.Resume(now));
    }

    /** One run beside the plan, within a second, also while it is paused. Asked twice before that, it is one run. */
    public Optional<ScheduleState> runNow(String name, Instant now) {
        return change(name, new ScheduleChange.Request(now));
    }

    /** Changes a schedule; empty if there is none of that name. */
    public Optional<ScheduleState> change(String name, ScheduleChange change) {
        return Optional.ofNullable(
                GridCalls.repeatable(() -> schedules.executeOnKey(name, new ChangeSchedule(change))));
    }

    /** What is remembered about a schedule; empty if there is none of that name. */
    public Optional<ScheduleState> find(String name) {
        return Optional.ofNullable(GridCalls.repeatable(() -> schedules.get(name)));
    }
}
