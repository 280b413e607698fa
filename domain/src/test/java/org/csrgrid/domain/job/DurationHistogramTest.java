package org.csrgrid.domain.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class DurationHistogramTest {

    @Test
    void a_duration_falls_into_the_first_bucket_it_does_not_exceed() {
        assertThat(DurationHistogram.bucketOf(0)).isZero();
        assertThat(DurationHistogram.bucketOf(1_000)).isZero();
        assertThat(DurationHistogram.bucketOf(1_001)).isEqualTo(1);
        assertThat(DurationHistogram.bucketOf(Duration.ofHours(1).toMillis() * 1_000))
                .isEqualTo(DurationHistogram.LIMITS.size() - 1);
        assertThat(DurationHistogram.bucketOf(Long.MAX_VALUE)).isEqualTo(DurationHistogram.LIMITS.size());
    }

    @Test
    void percentiles_are_the_limits_of_their_buckets() {
        DurationHistogram mostlyFast = of(Duration.ofMillis(1), 98).plus(of(Duration.ofMillis(40), 2));

        assertThat(mostlyFast.count()).isEqualTo(100);
        assertThat(mostlyFast.percentile(50)).isEqualTo(Duration.ofMillis(1));
        assertThat(mostlyFast.percentile(98)).isEqualTo(Duration.ofMillis(1));
        assertThat(mostlyFast.percentile(99)).isEqualTo(Duration.ofMillis(50));
        assertThat(mostlyFast.upTo(DurationHistogram.bucketOf(1_000))).isEqualTo(98);
        assertThat(mostlyFast.upTo(DurationHistogram.LIMITS.size())).isEqualTo(100);
        assertThat(mostlyFast.sumMicros()).isEqualTo(98_000 + 80_000);
    }

    @Test
    void nothing_counted_adds_nothing() {
        DurationHistogram one = of(Duration.ofSeconds(2), 3);

        assertThat(DurationHistogram.EMPTY.percentile(99)).isZero();
        assertThat(DurationHistogram.EMPTY.plus(one)).isEqualTo(one);
        assertThat(one.plus(DurationHistogram.EMPTY)).isEqualTo(one);
        assertThat(of(Duration.ofDays(1), 1).percentile(100)).isEqualTo(Duration.ofHours(1));
    }

    private static DurationHistogram of(Duration duration, long times) {
        var counts = new ArrayList<>(Collections.nCopies(DurationHistogram.LIMITS.size() + 1, 0L));
        long micros = duration.toNanos() / 1_000;
        counts.set(DurationHistogram.bucketOf(micros), times);
        return new DurationHistogram(counts, micros * times);
    }
}
