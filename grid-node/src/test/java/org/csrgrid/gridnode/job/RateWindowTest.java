package org.csrgrid.gridnode.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateWindowTest {

    private final AtomicLong nanos = new AtomicLong(-Duration.ofHours(3).toNanos());
    private final RateWindow window = new RateWindow(nanos::get);

    @Test
    void what_happened_leaves_the_minute_first_and_then_the_five() {
        window.add();
        window.add();
        assertThat(window.lastMinute()).isEqualTo(2);

        pass(Duration.ofSeconds(59));
        window.add();
        pass(Duration.ofSeconds(10));
        assertThat(window.lastMinute()).isEqualTo(1);
        assertThat(window.lastFiveMinutes()).isEqualTo(3);

        pass(Duration.ofSeconds(240));
        assertThat(window.lastFiveMinutes()).isEqualTo(1);
        pass(Duration.ofSeconds(60));
        assertThat(window.lastFiveMinutes()).isZero();
    }

    @Test
    void a_long_silence_leaves_nothing() {
        window.add();
        pass(Duration.ofDays(2));

        assertThat(window.lastFiveMinutes()).isZero();
        window.add();
        assertThat(window.lastMinute()).isEqualTo(1);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
