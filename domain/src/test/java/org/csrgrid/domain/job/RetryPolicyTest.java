package org.csrgrid.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
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
}
