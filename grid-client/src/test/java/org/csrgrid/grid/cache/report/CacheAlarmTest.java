package org.csrgrid.grid.cache.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.csrgrid.grid.cache.LayerStatistics;
import org.csrgrid.grid.cache.report.CacheAlarm.Kind;
import org.csrgrid.grid.cache.report.CacheAlarm.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheAlarmTest {

    @ParameterizedTest
    @CsvSource({"90, ", "89, WARNING", "80, WARNING", "79, CRITICAL"})
    void few_hits_are_a_warning_below_90_percent_and_critical_below_80(long hits, Level level) {
        assertThat(CacheAlarm.of(report(hits, 100 - hits, 0, 10)))
                .extracting(CacheAlarm::level)
                .isEqualTo(level == null ? List.of() : List.of(level));
    }

    @ParameterizedTest
    @CsvSource({"50, ", "51, WARNING", "100, WARNING", "101, CRITICAL"})
    void slow_calls_are_a_warning_beyond_50_ms_and_critical_beyond_100(long millis, Level level) {
        assertThat(CacheAlarm.of(report(100, 0, 0, millis)))
                .extracting(CacheAlarm::level)
                .isEqualTo(level == null ? List.of() : List.of(level));
    }

    @ParameterizedTest
    @CsvSource({"2, ", "3, WARNING", "5, WARNING", "6, CRITICAL"})
    void errors_are_a_warning_beyond_2_percent_and_critical_beyond_5(long errors, Level level) {
        assertThat(CacheAlarm.of(report(100, 0, errors, 10)))
                .extracting(CacheAlarm::level)
                .isEqualTo(level == null ? List.of() : List.of(level));
    }

    @Test
    void the_first_misses_of_a_layer_alarm_nobody() {
        assertThat(CacheAlarm.of(report(0, 99, 0, 10))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"80, ", "81, WARNING", "91, CRITICAL"})
    void a_heap_full_of_entries_is_a_warning_beyond_80_percent_and_critical_beyond_90(long percent, Level level) {
        var full = new CacheReport("member-1", 100, List.of(new LayerReport("a", null, new LayerSize(1, percent, 0))));

        assertThat(CacheAlarm.of(full).map(CacheAlarm::level).orElse(null)).isEqualTo(level);
    }

    @Test
    void an_alarm_reads_as_a_sentence() {
        assertThat(new CacheAlarm(Level.CRITICAL, "widgets", Kind.HIT_PERCENT, 42))
                .hasToString("critical: hit percent of widgets is 42.0 (expected: at least 90)");
    }

    private static LayerReport report(long hits, long misses, long errors, long millis) {
        return new LayerReport("widgets", statistics(hits, misses, errors, millis), LayerSize.NOTHING);
    }

    private static LayerStatistics statistics(long hits, long misses, long errors, long millis) {
        Duration read = Duration.ofMillis(millis);
        return new LayerStatistics(
                hits, 0, misses, 0, 0, 0, 0, 0, 0, 0, errors, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, read, read, read, read, 99);
    }
}
