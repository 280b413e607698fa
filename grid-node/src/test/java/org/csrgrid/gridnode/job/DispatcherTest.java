package org.csrgrid.gridnode.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.csrgrid.domain.job.Channel;
import org.junit.jupiter.api.Test;

class DispatcherTest {

    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final Dispatcher dispatcher = new Dispatcher(10, BOUND);

    @Test
    void the_most_urgent_channel_that_has_jobs_goes_first() {
        assertThat(dispatcher.next(List.of(
                        demand(Channel.BULK, 2, 0, 5, Duration.ofSeconds(9)),
                        demand(Channel.PAYMENTS, 10, 0, 1, SHORT),
                        demand(Channel.NOTIFICATIONS, 8, 0, 9, SHORT))))
                .contains(Channel.PAYMENTS);
        assertThat(dispatcher.next(List.of(
                        demand(Channel.PAYMENTS, 10, 0, 0, Duration.ZERO), demand(Channel.BULK, 2, 0, 5, SHORT))))
                .contains(Channel.BULK);
    }

    @Test
    void of_equally_urgent_ones_the_longer_wait_goes_first() {
        assertThat(dispatcher.next(List.of(
                        demand(Channel.EXPORTS, 6, 0, 1, SHORT),
                        demand(Channel.REPORTS, 6, 0, 1, SHORT.plusMillis(1)))))
                .contains(Channel.REPORTS);
    }

    @Test
    void who_starves_goes_before_all_but_never_beyond_its_own_most() {
        Dispatcher.Demand busy = demand(Channel.PAYMENTS, 10, 1, 1_000, Duration.ofSeconds(1));

        assertThat(dispatcher.next(List.of(busy, demand(Channel.BULK, 2, 0, 1, BOUND))))
                .contains(Channel.BULK);
        assertThat(dispatcher.next(List.of(busy, demand(Channel.BULK, 2, 4, 1, BOUND))))
                .contains(Channel.PAYMENTS);
    }

    @Test
    void who_starves_takes_turns_so_that_an_endless_urgent_backlog_starves_nobody() {
        Dispatcher.Demand urgent = starving(Channel.PAYMENTS, 10, Duration.ofHours(1), Duration.ofMillis(5));
        Dispatcher.Demand patient = starving(Channel.BULK, 2, BOUND, Duration.ofSeconds(10));

        assertThat(dispatcher.next(List.of(urgent, patient))).contains(Channel.BULK);
        Dispatcher.Demand served = starving(Channel.BULK, 2, BOUND, Duration.ofMillis(1));
        assertThat(dispatcher.next(List.of(urgent, served))).contains(Channel.PAYMENTS);
    }

    private static Dispatcher.Demand starving(Channel channel, int priority, Duration oldest, Duration sinceLast) {
        return new Dispatcher.Demand(channel, priority, 2, 4, false, 1, 99, oldest, sinceLast);
    }

    @Test
    void waiting_earns_a_channel_workers_from_its_least_to_its_most() {
        assertThat(demand(Channel.PAYMENTS, 10, 0, 1, Duration.ZERO).limit()).isEqualTo(2);
        assertThat(demand(Channel.PAYMENTS, 10, 0, 1, Dispatcher.WAIT_PER_WORKER)
                        .limit())
                .isEqualTo(3);
        assertThat(demand(Channel.PAYMENTS, 10, 0, 1, Duration.ofHours(1)).limit())
                .isEqualTo(4);
        assertThat(dispatcher.next(List.of(demand(Channel.PAYMENTS, 10, 2, 1, SHORT))))
                .isEmpty();
    }

    @Test
    void nobody_starts_while_all_slots_are_taken_or_the_channel_is_paused() {
        assertThat(new Dispatcher(4, BOUND)
                        .next(List.of(
                                demand(Channel.PAYMENTS, 10, 2, 0, SHORT),
                                demand(Channel.NOTIFICATIONS, 8, 2, 0, SHORT),
                                demand(Channel.BULK, 2, 0, 1, BOUND))))
                .isEmpty();
        assertThat(dispatcher.next(
                        List.of(new Dispatcher.Demand(Channel.BULK, 2, 2, 4, true, 0, 5, Duration.ofHours(1), SHORT))))
                .isEmpty();
    }

    private static Dispatcher.Demand demand(Channel channel, int priority, int busy, int waiting, Duration oldest) {
        return new Dispatcher.Demand(channel, priority, 2, 4, false, busy, waiting, oldest, SHORT);
    }
}
