package org.csrgrid.gridnode.job.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.RateLimit;
import org.csrgrid.domain.job.RateLimit.Uncounted;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.gridnode.job.JobContext;
import org.csrgrid.gridnode.job.JobHandler;
import org.csrgrid.gridnode.testing.Members;
import org.csrgrid.gridnode.testing.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two real members that count together. */
class RateGateTest {

    private static final RateLimit TEN_A_SECOND = RateLimit.of(10, Duration.ofSeconds(1));
    private static final RateLimit ONE_A_SECOND = RateLimit.of(1, Duration.ofSeconds(1));

    private static Members members;

    private final SettableClock clock = new SettableClock();

    private record Work() {}

    @BeforeAll
    static void start() {
        members = Members.of(2, config -> RateGate.addTo(config, 1));
    }

    @AfterAll
    static void stop() {
        members.close();
    }

    @AfterEach
    void forget() {
        members.get(0).getMap(GridMaps.JOB_RATES).clear();
    }

    @Test
    void all_members_together_start_no_more_than_the_limit_allows() {
        RateGate one = gate(0, handler(TEN_A_SECOND, null));
        RateGate other = gate(1, handler(TEN_A_SECOND, null));

        long started = IntStream.range(0, 40)
                .mapToObj(i -> (i % 2 == 0 ? one : other).waitBefore(job(null)))
                .filter(Optional::isEmpty)
                .count();

        assertThat(started).isEqualTo(10);
    }

    @Test
    void permits_come_back_with_time() {
        RateGate gate = gate(0, handler(TEN_A_SECOND, null));
        IntStream.range(0, 10).forEach(i -> gate.waitBefore(job(null)));

        assertThat(gate.waitBefore(job(null))).hasValue(Duration.ofMillis(100));
        clock.advance(Duration.ofMillis(100));
        assertThat(gate.waitBefore(job(null))).isEmpty();
        assertThat(gate.waitBefore(job(null))).isPresent();
    }

    @Test
    void a_burst_is_as_large_as_it_may_be_after_a_quiet_time() {
        RateGate gate = gate(0, handler(new RateLimit(10, Duration.ofSeconds(1), 3, Uncounted.WAITS), null));
        clock.advance(Duration.ofHours(1));

        assertThat(IntStream.range(0, 10).filter(i -> gate.waitBefore(job(null)).isEmpty()))
                .hasSize(3);
    }

    @Test
    void those_refused_come_back_one_after_the_other() {
        RateGate gate = gate(0, handler(ONE_A_SECOND, null));
        gate.waitBefore(job(null));

        assertThat(IntStream.range(0, 3)
                        .mapToObj(i -> gate.waitBefore(job(null)).orElseThrow().toSeconds()))
                .containsExactly(1L, 2L, 3L);
        assertThat(IntStream.range(0, 100)
                        .mapToObj(i -> gate.waitBefore(job(null)).orElseThrow()))
                .allSatisfy(wait -> assertThat(wait).isLessThanOrEqualTo(Duration.ofMinutes(1)));
    }

    @Test
    void each_key_has_a_limit_of_its_own_below_the_handlers() {
        RateGate gate = gate(0, handler(RateLimit.of(3, Duration.ofSeconds(1)), ONE_A_SECOND));

        assertThat(gate.waitBefore(job("a"))).isEmpty();
        assertThat(gate.waitBefore(job("a"))).isPresent();
        assertThat(gate.waitBefore(job("b"))).isEmpty();
        assertThat(gate.waitBefore(job(null))).isEmpty();
        assertThat(gate.waitBefore(job("c")))
                .as("the handler's three are used up")
                .isPresent();
        clock.advance(Duration.ofMillis(334));
        assertThat(gate.waitBefore(job("c")))
                .as("c's own permit was given back")
                .isEmpty();
    }

    @Test
    void what_has_no_limit_is_not_counted() {
        RateGate gate = gate(0, handler(null, ONE_A_SECOND));

        assertThat(IntStream.range(0, 20)
                        .allMatch(i -> gate.waitBefore(job(null)).isEmpty()))
                .isTrue();
        assertThat(members.get(0).getMap(GridMaps.JOB_RATES).size()).isZero();
    }

    @Test
    void counters_are_forgotten_some_time_after_they_are_full_again() {
        gate(0, handler(TEN_A_SECOND, null)).waitBefore(job(null));

        var counters = members.get(0).<String, byte[]>getMap(GridMaps.JOB_RATES);
        assertThat(counters.getEntryView("work").getTtl()).isBetween(60_000L, 62_000L);
    }

    @Test
    void while_nobody_counts_each_limit_says_whether_jobs_start() {
        try (Members alone = Members.of(1, config -> RateGate.addTo(config, 0))) {
            HazelcastInstance member = alone.get(0);
            RateGate courtesy = new RateGate(
                    member,
                    List.of(handler(new RateLimit(1, Duration.ofSeconds(1), 1, Uncounted.STARTS), null)),
                    clock);
            RateGate promise = new RateGate(member, List.of(handler(ONE_A_SECOND, null)), clock);
            member.getLifecycleService().terminate();

            assertThat(courtesy.waitBefore(job(null))).isEmpty();
            assertThat(promise.waitBefore(job(null))).hasValue(Duration.ofSeconds(1));
        }
    }

    @Test
    void a_limit_that_lets_nothing_start_is_refused() {
        assertThatThrownBy(() -> RateLimit.of(0, Duration.ofSeconds(1))).hasMessageContaining("expected: >= 1");
        assertThatThrownBy(() -> RateLimit.of(1, Duration.ZERO)).hasMessageContaining("period: PT0S");
    }

    private RateGate gate(int member, JobHandler<?> handler) {
        return new RateGate(members.get(member), List.of(handler), clock);
    }

    private Job job(String key) {
        return Job.ready(
                "one", 1, type().request(new Work()).with().rateKey(key).build(), clock.instant(), clock.instant());
    }

    private static JobType<Work> type() {
        return JobType.of("work", Channel.BULK, Work.class);
    }

    private static JobHandler<Work> handler(RateLimit all, RateLimit perKey) {
        return new JobHandler<>() {
            @Override
            public JobType<Work> type() {
                return RateGateTest.type();
            }

            @Override
            public Optional<RateLimit> rateLimit() {
                return Optional.ofNullable(all);
            }

            @Override
            public Optional<RateLimit> rateLimitPerKey() {
                return Optional.ofNullable(perKey);
            }

            @Override
            public void run(Work work, JobContext context) {}
        };
    }
}
