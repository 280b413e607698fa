package org.csrgrid.mapstore.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OutageGateTest {
    private final AtomicLong nanos = new AtomicLong(7);
    private final OutageGate gate = new OutageGate(Duration.ofMillis(500), nanos::get);

    @Test
    void everybody_passes_while_the_database_answers() {
        assertThat(gate.admits()).isTrue();
        assertThat(gate.admits()).isTrue();
        assertThat(gate.isOutage()).isFalse();
    }

    @Test
    void an_outage_lets_one_probe_through_per_interval() {
        gate.outage();
        assertThat(gate.admits()).isFalse();
        tick(499);
        assertThat(gate.admits()).isFalse();
        tick(1);
        assertThat(gate.admits()).isTrue();
        assertThat(gate.admits()).isFalse();
        tick(500);
        assertThat(gate.admits()).isTrue();
    }

    @Test
    void a_commit_that_succeeds_opens_the_gate_for_all() {
        gate.outage();
        gate.recovered();
        assertThat(gate.isOutage()).isFalse();
        assertThat(gate.admits()).isTrue();
        assertThat(gate.admits()).isTrue();
    }

    private void tick(long millis) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    }
}
