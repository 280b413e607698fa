package org.csrgrid.apinode.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.csrgrid.grid.limit.Taken;
import org.junit.jupiter.api.Test;

class LocalBucketTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Duration LIFE = Duration.ofSeconds(1);

    private final List<Long> asked = new ArrayList<>();
    private final LocalBucket bucket = new LocalBucket(8, LIFE);

    @Test
    void who_calls_often_takes_twice_as_much_each_time_up_to_the_largest() {
        for (int i = 0; i < 40; i++) {
            bucket.take(NOW, this::plenty);
        }

        assertThat(asked).containsExactly(1L, 2L, 4L, 8L, 8L, 8L, 8L, 8L);
    }

    @Test
    void who_pauses_gives_up_what_is_left_and_begins_small_again() {
        for (int i = 0; i < 5; i++) {
            bucket.take(NOW, this::plenty);
        }
        bucket.take(NOW.plus(LIFE), this::plenty);

        assertThat(asked).containsExactly(1L, 2L, 4L, 1L);
    }

    @Test
    void an_empty_bucket_is_not_asked_again_before_its_next_token() {
        Verdict first = bucket.take(NOW, this::nothing);
        Verdict second = bucket.take(NOW.plusMillis(400), this::nothing);

        assertThat(first).isEqualTo(new Verdict.Refused(Duration.ofSeconds(2)));
        assertThat(second).isEqualTo(new Verdict.Refused(Duration.ofMillis(1_600)));
        assertThat(asked).hasSize(1);
        bucket.take(NOW.plusSeconds(2), this::plenty);
        assertThat(asked).hasSize(2);
    }

    private Taken plenty(long wanted) {
        asked.add(wanted);
        return new Taken(wanted, 1_000, Duration.ZERO, Duration.ofSeconds(1));
    }

    private Taken nothing(long wanted) {
        asked.add(wanted);
        return new Taken(0, 0, Duration.ofSeconds(2), Duration.ofSeconds(80));
    }
}
