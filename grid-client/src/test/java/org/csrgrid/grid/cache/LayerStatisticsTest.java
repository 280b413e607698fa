package org.csrgrid.grid.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.csrgrid.grid.cache.Counters.Event;
import org.csrgrid.grid.wire.Micros;
import org.junit.jupiter.api.Test;

class LayerStatisticsTest {

    private final Counters counters = new Counters();

    @Test
    void a_layer_nobody_used_is_healthy() {
        assertThat(statistics().healthScore()).isEqualTo(100);
    }

    @Test
    void half_the_score_is_hits_in_full_at_the_target() {
        count(Event.NEAR_HIT, 90);
        reads(10, Duration.ofMillis(1), Event.MISS);
        assertThat(statistics().healthScore()).isEqualTo(100);
        reads(80, Duration.ofMillis(1), Event.MISS);
        assertThat(statistics().hitPercent()).isEqualTo(50);
        assertThat(statistics().healthScore()).isEqualTo(78);
    }

    @Test
    void slow_answers_and_errors_cost_the_rest() {
        reads(100, Duration.ofMillis(75), Event.SHARED_HIT);
        assertThat(statistics().healthScore()).isBetween(84, 86);
        reads(100, Duration.ofSeconds(2), Event.SHARED_HIT);
        assertThat(statistics().healthScore()).isEqualTo(70);
        count(Event.ERROR, 10);
        assertThat(statistics().healthScore()).isEqualTo(50);
    }

    @Test
    void what_this_process_answers_counts_as_no_time() {
        count(Event.NEAR_HIT, 960);
        reads(40, Duration.ofSeconds(1), Event.MISS);
        assertThat(statistics().readP95()).isZero();
        reads(40, Duration.ofSeconds(1), Event.MISS);
        assertThat(statistics().readP95()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    private void count(Event event, int times) {
        IntStream.range(0, times).forEach(_ -> counters.count(event));
    }

    private void reads(int times, Duration each, Event event) {
        count(event, times);
        IntStream.range(0, times).forEach(_ -> counters.reads.recordMicros(Micros.of(each)));
    }

    private LayerStatistics statistics() {
        return LayerStatistics.of(counters, 0, LayerOptions.of("layer", Duration.ofMinutes(1)));
    }
}
