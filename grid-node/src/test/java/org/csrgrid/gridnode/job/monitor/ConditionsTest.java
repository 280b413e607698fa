package org.csrgrid.gridnode.job.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.csrgrid.config.settings.SettingsLoader;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.grid.job.ChannelTally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {

    private static final Channel CHANNEL = Channel.PAYMENTS;

    private final Conditions conditions =
            new Conditions(SettingsLoader.defaultsWith(Map.of()).monitor(), _ -> Duration.ofSeconds(60));

    @Test
    void nothing_is_wrong_when_nothing_happens() {
        assertThat(found(look(0, idle()), look(1, idle()))).isEmpty();
        assertThat(found(look(0, idle()))).isEmpty();
    }

    @Test
    void a_long_wait_is_one_longer_than_the_channels_own_limit_unless_it_is_paused() {
        assertThat(found(look(0, tally("m1", 3, 60_000, 0, 0, 0, false)))).isEmpty();
        assertThat(found(look(0, tally("m1", 3, 60_001, 0, 0, 0, false)))).containsOnlyKeys("long-wait payments");
        assertThat(found(look(0, tally("m1", 3, 60_001, 0, 0, 0, true)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "981, 19, ''",
        "980, 20, ''",
        "979, 21, many-failures payments",
        "950, 50, many-failures payments",
        "949, 51, critical-failures payments",
        "0, 19, ''",
        "0, 20, critical-failures payments"
    })
    void success_is_judged_by_its_two_thresholds_once_there_is_enough_of_it(
            int succeeded, int failed, String expected) {
        Map<String, String> found = found(look(0, idle()), look(1, tally("m1", 0, 0, succeeded, failed, 0, false)));

        assertThat(found.keySet()).isEqualTo(expected.isEmpty() ? Set.of() : Set.of(expected));
    }

    @Test
    void a_failure_rate_that_jumps_is_told_apart_from_one_that_is_always_high() {
        Look start = look(0, idle());
        Look usual = look(6, tally("m1", 0, 0, 1_000, 10, 0, false));
        Look always = look(6, tally("m1", 0, 0, 1_000, 100, 0, false));

        assertThat(found(start, usual, look(12, tally("m1", 0, 0, 1_900, 110, 0, false))))
                .containsKey("failure-jump payments");
        assertThat(found(start, always, look(12, tally("m1", 0, 0, 1_900, 200, 0, false))))
                .doesNotContainKey("failure-jump payments");
    }

    @Test
    void a_backlog_is_slow_when_the_present_pace_needs_longer_than_half_an_hour() {
        assertThat(found(look(0, idle()), look(1, tally("m1", 300, 0, 10, 0, 0, false))))
                .isEmpty();
        assertThat(found(look(0, idle()), look(1, tally("m1", 301, 0, 10, 0, 0, false))))
                .containsOnlyKeys("slow-drain payments");
    }

    @Test
    void a_pause_is_stuck_when_it_lasts_while_jobs_wait() {
        ChannelTally paused = tally("m1", 1, 0, 0, 0, 0, true);
        MonitorMemory memory = MonitorMemory.NONE;
        for (int minute = 0; minute <= 30; minute++) {
            memory = memory.with(look(minute, paused));
        }
        assertThat(conditions.of(memory.looks(), memory::pausedMillis)).isEmpty();

        memory = memory.with(look(31, paused));
        assertThat(conditions.of(memory.looks(), memory::pausedMillis)).containsOnlyKeys("stuck-pause payments");

        memory = memory.with(look(32, tally("m1", 0, 0, 0, 0, 0, true))).with(look(33, paused));
        assertThat(conditions.of(memory.looks(), memory::pausedMillis)).isEmpty();
    }

    @Test
    void dead_jobs_rows_the_database_refused_and_schedules_that_did_not_fire_are_told_of() {
        assertThat(found(look(0, idle()), look(1, tally("m1", 0, 0, 0, 0, 9, false))))
                .isEmpty();
        assertThat(found(look(0, idle()), look(1, tally("m1", 0, 0, 0, 0, 10, false))))
                .containsOnlyKeys("dead-jobs payments");
        assertThat(found(
                        new Look(0, List.of(), 4, Set.of()), new Look(60_000, List.of(), 5, Set.of("monthly-closing"))))
                .containsOnlyKeys("dead-letters", "missed-schedule monthly-closing");
    }

    @Test
    void a_member_that_is_new_counts_from_zero_and_one_that_left_is_left_out() {
        Look before = look(0, tally("m1", 0, 0, 5_000, 500, 0, false), tally("m2", 0, 0, 5_000, 500, 0, false));
        Look after = look(1, tally("m1", 0, 0, 5_100, 500, 0, false), tally("m3", 0, 0, 0, 30, 0, false));

        assertThat(found(before, after).get("critical-failures payments")).startsWith("23.1 % of 130");
    }

    @Test
    void a_condition_keeps_the_time_it_began_until_it_clears() {
        MonitorMemory first = MonitorMemory.NONE.with(look(1, idle())).holding(Set.of("x"));
        MonitorMemory second = first.with(look(2, idle())).holding(Set.of("x", "y"));
        MonitorMemory cleared = second.with(look(3, idle())).holding(Set.of("y"));

        assertThat(second.raised()).isEqualTo(Map.of("x", 60_000L, "y", 120_000L));
        assertThat(cleared.with(look(4, idle())).holding(Set.of("x", "y")).raised())
                .isEqualTo(Map.of("x", 240_000L, "y", 120_000L));
    }

    private Map<String, String> found(Look... looks) {
        return conditions.of(new ArrayList<>(Arrays.asList(looks)), _ -> 0L);
    }

    private static Look look(int minute, ChannelTally... tallies) {
        return new Look(minute * 60_000L, List.of(tallies), 0, Set.of());
    }

    private static ChannelTally idle() {
        return tally("m1", 0, 0, 0, 0, 0, false);
    }

    private static ChannelTally tally(
            String member, long waiting, long oldest, long succeeded, long failed, long dead, boolean paused) {
        return new ChannelTally(member, CHANNEL, waiting, oldest, succeeded, failed, dead, paused);
    }
}
