package org.csrgrid.gridnode.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.live.LiveEvent;
import org.csrgrid.grid.live.TotalsMoved;
import org.junit.jupiter.api.Test;

class CampaignTickerTest {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final CampaignTicker.Latest NOBODY = new CampaignTicker.Latest(null, 0);

    private final AtomicLong version = new AtomicLong();
    private final List<LiveEvent> told = new CopyOnWriteArrayList<>();

    @Test
    void thousands_of_settlements_become_a_few_events_the_last_of_which_says_all() {
        try (var ticker = new CampaignTicker(PAUSE, this::totals, told::add)) {
            long start = System.nanoTime();
            for (int i = 0; i < 20_000; i++) {
                version.incrementAndGet();
                ticker.settled(7, NOBODY);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);

            await().untilAsserted(() -> assertThat(told)
                    .extracting(event -> ((TotalsMoved) event).version())
                    .endsWith(20_000L));
            assertThat(told).hasSizeLessThanOrEqualTo((int) took.dividedBy(PAUSE) + 2);
        }
    }

    @Test
    void each_campaign_is_told_of_for_itself() {
        try (var ticker = new CampaignTicker(PAUSE, this::totals, told::add)) {
            ticker.settled(7, NOBODY);
            ticker.settled(8, NOBODY);

            await().untilAsserted(() -> assertThat(told)
                    .extracting(event -> ((TotalsMoved) event).campaignId())
                    .containsExactlyInAnyOrder(7L, 8L));
        }
    }

    @Test
    void the_last_donation_of_a_pause_is_told() {
        try (var ticker = new CampaignTicker(PAUSE, this::totals, told::add)) {
            ticker.settled(7, new CampaignTicker.Latest(Money.of(100, "EUR"), 11));
            ticker.settled(7, new CampaignTicker.Latest(Money.of(200, "EUR"), 0));

            await().untilAsserted(() -> assertThat(told).hasSize(1));
            assertThat(((TotalsMoved) told.getFirst()).latest()).isEqualTo(Money.of(200, "EUR"));
            assertThat(((TotalsMoved) told.getFirst()).donorId()).isZero();
        }
    }

    @Test
    void a_grid_that_does_not_answer_costs_that_event_and_no_other() {
        AtomicLong asked = new AtomicLong();
        try (var ticker = new CampaignTicker(
                PAUSE,
                id -> {
                    if (asked.incrementAndGet() == 1) {
                        throw new IllegalStateException("away");
                    }
                    return totals(id);
                },
                told::add)) {
            ticker.settled(7, NOBODY);
            await().until(() -> asked.get() == 1);
            ticker.settled(7, NOBODY);

            await().untilAsserted(() -> assertThat(told).hasSize(1));
        }
    }

    private Optional<TotalsMoved> totals(long campaign) {
        Money none = Money.of(0, "EUR");
        return Optional.of(
                new TotalsMoved(campaign, 1, none, none, version.get(), version.get(), null, 0, Instant.EPOCH));
    }
}
