package org.csrgrid.gridnode.job.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks in Amsterdam go from 2 to 3 on 2026-03-29 at 01:00Z, and from 3 back to 2 on 2026-10-25 at 01:00Z. */
class CronTimesTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @Test
    void five_fields_are_unix_and_six_have_seconds() {
        assertThat(fires("30 2 * * *", "2026-03-01T00:00:00Z", 2))
                .containsExactly("2026-03-01T01:30:00Z", "2026-03-02T01:30:00Z");
        assertThat(fires("*/20 * * * * ?", "2026-03-01T00:00:50Z", 2))
                .containsExactly("2026-03-01T00:01:00Z", "2026-03-01T00:01:20Z");
    }

    @Test
    void a_time_that_is_left_out_in_spring_fires_when_the_clocks_go_forward() {
        assertThat(fires("30 2 * * *", "2026-03-28T12:00:00Z", 2))
                .containsExactly("2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z");
    }

    @Test
    void several_times_left_out_in_spring_fire_once_together() {
        assertThat(fires("*/15 * * * *", "2026-03-29T00:45:00Z", 3))
                .containsExactly("2026-03-29T01:00:00Z", "2026-03-29T01:15:00Z", "2026-03-29T01:30:00Z");
    }

    @Test
    void a_time_that_comes_twice_in_autumn_fires_once() {
        assertThat(fires("30 2 * * *", "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
        assertThat(fires("*/30 2 * * *", "2026-10-25T00:10:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:00:00Z");
    }

    @Test
    void what_runs_in_every_hour_runs_in_both_of_the_doubled_ones() {
        assertThat(fires("30 * * * *", "2026-10-24T23:45:00Z", 4))
                .containsExactly(
                        "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00Z", "2026-10-25T03:30:00Z");
    }

    @Test
    void every_minute_is_every_minute_on_the_days_the_clocks_change() {
        for (String day : List.of("2026-03-29T00:00:00Z", "2026-10-25T00:00:00Z")) {
            Instant from = Instant.parse(day);
            List<Instant> fires = CronTimes.parse("minutely", "* * * * *", AMSTERDAM)
                    .latest(from, from.plus(Duration.ofHours(3)), 1_000);

            assertThat(fires).hasSize(180).doesNotHaveDuplicates().isSorted();
        }
    }

    @Test
    void the_latest_are_found_however_long_ago_they_were() {
        CronTimes yearly = CronTimes.parse("yearly", "0 0 29 2 *", ZoneId.of("UTC"));

        assertThat(yearly.latest(Instant.parse("2010-01-01T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z"), 2))
                .containsExactly(Instant.parse("2020-02-29T00:00:00Z"), Instant.parse("2024-02-29T00:00:00Z"));
        assertThat(yearly.latest(Instant.parse("2024-02-29T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z"), 2))
                .isEmpty();
    }

    @Test
    void the_end_counts_and_the_beginning_does_not() {
        CronTimes minutely = CronTimes.parse("minutely", "* * * * *", AMSTERDAM);

        assertThat(minutely.latest(Instant.parse("2026-03-01T10:00:00Z"), Instant.parse("2026-03-01T10:02:00Z"), 10))
                .containsExactly(Instant.parse("2026-03-01T10:01:00Z"), Instant.parse("2026-03-01T10:02:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 30 2 *", "0 0 0 30 2 ?", "0 0 31 4,6,9,11 *"})
    void a_cron_that_never_fires_is_refused_by_its_schedules_name(String cron) {
        assertThatThrownBy(() -> CronTimes.parse("close-day", cron, AMSTERDAM))
                .isInstanceOf(InvalidScheduleException.class)
                .hasMessage("cron of schedule close-day: \"%s\" never fires (expected: a date that exists)", cron);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "daily", "61 * * * *", "* * *", "0 0 L * *"})
    void a_cron_that_cannot_be_read_is_refused_by_its_schedules_name(String cron) {
        assertThatThrownBy(() -> CronTimes.parse("close-day", cron, AMSTERDAM))
                .isInstanceOf(InvalidScheduleException.class)
                .hasMessageStartingWith("cron of schedule close-day: \"%s\" (expected: 5 Unix fields".formatted(cron));
    }

    @Test
    void a_year_that_is_over_fires_no_more_and_does_no_harm() {
        CronTimes past = CronTimes.parse("once", "0 0 0 1 1 ? 2020", ZoneId.of("UTC"));

        assertThat(past.nextAfter(Instant.parse("2026-01-01T00:00:00Z"))).isEmpty();
        assertThat(past.nextAfter(Instant.parse("2019-01-01T00:00:00Z")))
                .hasValue(Instant.parse("2020-01-01T00:00:00Z"));
    }

    private static List<String> fires(String cron, String from, int count) {
        CronTimes times = CronTimes.parse("test", cron, AMSTERDAM);
        var fires = new ArrayList<String>();
        Instant last = Instant.parse(from);
        for (int i = 0; i < count; i++) {
            last = times.nextAfter(last).orElseThrow();
            fires.add(last.toString());
        }
        return fires;
    }
}
