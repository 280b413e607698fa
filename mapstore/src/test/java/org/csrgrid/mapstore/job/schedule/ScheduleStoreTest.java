package org.csrgrid.mapstore.job.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.map.MapStore;
import org.csrgrid.domain.job.schedule.ScheduleState;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.mapstore.testing.StoreTestBase;
import org.csrgrid.mapstore.testing.Story;
import org.junit.jupiter.api.Test;

class ScheduleStoreTest extends StoreTestBase {

    @Test
    void schedules_come_back_and_an_older_version_changes_nothing() {
        MapStore<String, ScheduleState> schedules = mapStore(GridMaps.JOB_SCHEDULES);
        ScheduleState begun = ScheduleState.begun("nightly", Story.START);
        ScheduleState later = begun.accounted(Story.START.plusSeconds(5), Story.START.plusSeconds(4))
                .pause()
                .request(Story.START.plusSeconds(6));
        schedules.store("nightly", later);
        schedules.store("nightly", begun);
        schedules.store("hourly", ScheduleState.begun("hourly", Story.START));
        assertThat(schedules.load("nightly")).isEqualTo(later);
        assertThat(schedules.load("hourly")).isEqualTo(ScheduleState.begun("hourly", Story.START));
        assertThat(schedules.loadAllKeys()).containsExactlyInAnyOrder("nightly", "hourly");
    }
}
