package org.csrgrid.gridnode.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PauseWatchTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final AtomicBoolean alone = new AtomicBoolean();
    private final PauseWatch watch =
            new PauseWatch(Duration.ofSeconds(4), Duration.ofSeconds(10), alone::get, nanos::get);

    @Test
    void a_member_is_steady_as_long_as_its_watch_ticks() {
        for (int second = 0; second < 60; second++) {
            pass(1);
            assertThat(watch.isSteady()).isTrue();
            watch.tick();
        }
        assertThat(watch.hasPausedSince(nanos.get() - Duration.ofMinutes(1).toNanos()))
                .isFalse();
    }

    @Test
    void a_long_pause_is_noticed_whoever_wakes_first() {
        long before = nanos.get();
        pass(4);
        assertThat(watch.isSteady()).isFalse();
        watch.tick();
        assertThat(watch.isSteady()).isFalse();
        assertThat(watch.hasPausedSince(before)).isTrue();
    }

    @Test
    void after_a_pause_it_is_doubtful_for_a_while_what_is_owned() {
        pass(5);
        watch.tick();
        passTicking(9);
        assertThat(watch.isSteady()).isFalse();
        passTicking(1);
        assertThat(watch.isSteady()).isTrue();
        assertThat(watch.hasPausedSince(nanos.get())).isFalse();
    }

    @Test
    void nobody_takes_anything_from_the_only_member() {
        alone.set(true);
        pass(60);
        watch.tick();
        assertThat(watch.isSteady()).isTrue();
    }

    @Test
    void a_change_during_which_the_process_paused_is_made_again_when_it_is_clear_who_owns_what() throws Exception {
        var changes = new AtomicInteger();
        Thread changing = Thread.ofVirtual()
                .start(() -> watch.steadily(() -> {
                    if (changes.incrementAndGet() == 1) {
                        pass(5);
                        watch.tick();
                    }
                    return changes.get();
                }));
        assertThat(changing.join(Duration.ofMillis(200))).isFalse();
        assertThat(changes).hasValue(1);
        passTicking(10);
        assertThat(changing.join(Duration.ofSeconds(TimeUnit.MINUTES.toSeconds(1))))
                .isTrue();
        assertThat(changes).hasValue(2);
    }

    @Test
    void nobody_waits_for_a_watch_that_is_closed() {
        pass(5);
        watch.close();
        assertThat(watch.steadily(() -> "done")).isEqualTo("done");
    }

    private void passTicking(int seconds) {
        for (int second = 0; second < seconds; second++) {
            pass(1);
            watch.tick();
        }
    }

    private void pass(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
