package org.csrgrid.gridnode.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.csrgrid.domain.job.schedule.ScheduleState;
import org.junit.jupiter.api.Test;

class OverdueSchedulesTest {

    private static final Instant FIRED = Instant.parse("2026-11-05T10:00:00Z");
    private static final ScheduleState STATE = ScheduleState.begun("any", FIRED);

    @Test
    void a_schedule_is_overdue_two_minutes_after_it_should_have_fired() {
        assertThat(overdue(STATE, "2026-11-05T10:03:00Z")).isEmpty();
        assertThat(overdue(STATE, "2026-11-05T10:03:01Z")).containsExactly("monitor-jobs");
        assertThat(overdue(STATE, "2026-11-05T10:17:01Z"))
                .containsExactlyInAnyOrder("monitor-jobs", "cleanup-expired-data");
    }

    @Test
    void one_that_is_paused_or_was_never_seen_is_not() {
        assertThat(overdue(STATE.pause(), "2026-11-06T10:00:00Z")).isEmpty();
        assertThat(overdue(null, "2026-11-06T10:00:00Z")).isEmpty();
    }

    private static Set<String> overdue(ScheduleState state, String now) {
        return new OverdueSchedules(HouseSchedules.ALL, _ -> Optional.ofNullable(state)).apply(Instant.parse(now));
    }
}
