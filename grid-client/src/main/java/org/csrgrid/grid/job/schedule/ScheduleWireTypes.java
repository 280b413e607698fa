package org.csrgrid.grid.job.schedule;

import com.hazelcast.nio.serialization.compact.CompactSerializer;
import java.util.List;
import org.csrgrid.domain.job.schedule.ScheduleChange;
import org.csrgrid.domain.job.schedule.ScheduleState;
import org.csrgrid.grid.wire.WireTypes;

/** What travels about schedules. */
public final class ScheduleWireTypes {

    private ScheduleWireTypes() {}

    public static List<CompactSerializer<?>> serializers() {
        return WireTypes.records(List.of(
                ScheduleState.class,
                ScheduleChange.Begin.class,
                ScheduleChange.Account.class,
                ScheduleChange.SetBack.class,
                ScheduleChange.Pause.class,
                ScheduleChange.Resume.class,
                ScheduleChange.Request.class,
                ScheduleChange.Grant.class,
                ChangeSchedule.class,
                ListSchedules.class,
                ScheduleList.class,
                ScheduleView.class));
    }
}
