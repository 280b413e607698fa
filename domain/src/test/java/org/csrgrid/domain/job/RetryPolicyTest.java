package org.csrgrid.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    private static final RetryPolicy PAYMENTS =
            new RetryPolicy(5, List.of(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(120)));

    @ParameterizedTest
    @CsvSource({"1, 30", "2, 60", "3, 120", "4, 120", "99, 120"})
    void waits_grow_and_the_last_one_repeats(int failures, long seconds) {
        assertThat(PAYMENTS.waitAfter(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void without_a_backoff_there_is_no_wait() {
        assertThat(new RetryPolicy(1, List.of()).waitAfter(1)).isEqualTo(Duration.ZERO);
    }

    @Test
    void there_is_at_least_one_try() {
        assertThatThrownBy(() -> new RetryPolicy(0, List.of())).hasMessage("tries: 0 (expected: >= 1)");
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "2, 20", "3, 40", "4, 60", "99, 60"})
    void growing_waits_grow_by_their_factor_up_to_the_longest(int failures, long seconds) {
        RetryPolicy growing = RetryPolicy.growing(9, Duration.ofSeconds(10), 2, Duration.ofMinutes(1));

        assertThat(growing.waitAfter(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void jitter_shortens_a_wait_by_its_percentage_at_most() {
        RetryPolicy growing = RetryPolicy.growing(9, Duration.ofSeconds(10), 2, Duration.ofMinutes(1));
        var random = new Random(7);

        List<Duration> waits =
                Stream.generate(() -> growing.waitAfter(1, random)).limit(200).toList();

        assertThat(waits)
                .allMatch(wait -> wait.toMillis() >= 8_000 && wait.toMillis() <= 10_000)
                .anyMatch(wait -> wait.toMillis() < 8_500)
                .anyMatch(wait -> wait.toMillis() > 9_500);
        assertThat(PAYMENTS.waitAfter(1, random)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void growth_and_jitter_keep_their_ranges() {
        assertThatThrownBy(() -> new RetryPolicy(1, List.of(), 0.5, Duration.ofDays(1), 0))
                .hasMessage("growth: 0.5 (expected: >= 1)");
        assertThatThrownBy(() -> new RetryPolicy(1, List.of(), 1, Duration.ofDays(1), 101))
                .hasMessage("jitterPercent: 101 (expected: 0..100)");
    }
}
