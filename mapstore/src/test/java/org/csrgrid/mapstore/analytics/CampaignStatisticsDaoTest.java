package org.csrgrid.mapstore.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.analytics.CampaignStatistics;
import org.csrgrid.grid.analytics.CampaignStatistics.Tally;
import org.csrgrid.grid.analytics.ReadCampaignStatistics;
import org.csrgrid.mapstore.testing.StoreTestBase;
import org.csrgrid.mapstore.testing.Story;
import org.junit.jupiter.api.Test;

class CampaignStatisticsDaoTest extends StoreTestBase {

    private static final long CAMPAIGN = 3;

    @Test
    void what_was_captured_is_counted_from_the_ledger_at_once() {
        store(Story.pledge(CAMPAIGN, 1).capture());
        store(Story.pledge(CAMPAIGN, 1, Money.of(20_000, "EUR"), Money.of(20_000, "EUR"), BigDecimal.ONE)
                .capture());
        store(Story.pledge(CAMPAIGN, 2).capture().requestRefund(100).refund(100));
        store(Story.pledge(CAMPAIGN, 3));
        store(Story.pledge(CAMPAIGN + 1, 4).capture());

        CampaignStatistics statistics = read(Story.START.plus(Duration.ofHours(1)));

        assertThat(statistics)
                .extracting(
                        CampaignStatistics::donations,
                        CampaignStatistics::donors,
                        CampaignStatistics::captured,
                        CampaignStatistics::largest)
                .containsExactly(3L, 2L, 30_000L, 20_000L);
        assertThat(statistics.methods()).containsExactly(new Tally("card", 3, 30_000));
    }

    @Test
    void the_last_thirty_days_have_no_gaps_and_older_donations_are_in_none_of_them() {
        store(Story.pledge(CAMPAIGN, 1).capture());

        assertThat(read(Story.START.plus(Duration.ofDays(29))).days())
                .hasSize(30)
                .startsWith(new Tally("2026-03-01", 1, 5_000), new Tally("2026-03-02", 0, 0))
                .endsWith(new Tally("2026-03-30", 0, 0));
        assertThat(read(Story.START.plus(Duration.ofDays(30))).days())
                .hasSize(30)
                .allSatisfy(day -> assertThat(day.donations()).isZero());
    }

    @Test
    void a_campaign_without_donations_has_zeros() {
        assertThat(read(Story.START)).matches(statistics -> statistics.donations() == 0 && statistics.largest() == 0);
    }

    private CampaignStatistics read(Instant now) {
        return stores.campaignStatistics().read(new ReadCampaignStatistics(CAMPAIGN, now));
    }
}
