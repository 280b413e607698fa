package org.csrgrid.mapstore.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.map.MapStore;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.campaign.TotalsEntry;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.mapstore.testing.Samples;
import org.csrgrid.mapstore.testing.StoreTestBase;
import org.csrgrid.mapstore.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TotalsStoreTest extends StoreTestBase {
    private static final Currency EURO = Currency.getInstance("EUR");

    private MapStore<Long, CampaignTotals> totals;

    @BeforeEach
    void store_two_campaigns() {
        totals = mapStore(GridMaps.CAMPAIGN_TOTALS);
        MapStore<Long, Campaign> campaigns = mapStore(GridMaps.CAMPAIGNS);
        campaigns.storeAll(Map.of(1L, Samples.campaign(1), 2L, Samples.campaign(2)));
    }

    @Test
    void every_campaign_has_totals_and_other_ids_have_none() {
        assertThat(totals.loadAllKeys()).containsExactlyInAnyOrder(1L, 2L);
        assertThat(totals.load(1L)).isEqualTo(CampaignTotals.none(1, EURO));
        assertThat(totals.load(3L)).isNull();
    }

    @Test
    void totals_are_the_fold_of_the_ledger_whatever_somebody_flushed() {
        Story full = store(Story.pledge(1, 2)
                .capture()
                .match(5, 2_500, Money.of(2_500, "EUR"))
                .refund(2_000)
                .match(5, 1_000, Money.of(1_000, "EUR")));
        Story lost = store(Story.pledge(1, 3)
                .capture()
                .then(LedgerKind.DISPUTED, entry -> entry.at("sandbox", "dispute-1"))
                .then(LedgerKind.DISPUTE_LOST, entry -> entry));
        Story elsewhere = store(Story.pledge(2, 2).capture());
        totals.store(1L, new CampaignTotals(1, EURO, 999, 0, 0, 0, 0, 9, 1_000, Set.of()));
        Map<Long, CampaignTotals> loaded = totals.loadAll(List.of(1L, 2L, 3L));
        assertThat(loaded).containsOnlyKeys(1L, 2L);
        assertThat(loaded.get(1L)).isEqualTo(counted(1, full, lost));
        assertThat(loaded.get(1L).raised()).isEqualTo(Money.of(4_500, "EUR"));
        assertThat(loaded.get(2L)).isEqualTo(counted(2, elsewhere));
    }

    @Test
    void recent_are_the_entries_whose_donation_does_not_record_them_as_counted() {
        Story settled = store(Story.pledge(1, 2).capture()).settled();
        flush(settled);
        Story refunded = Story.pledge(1, 3).capture().settled();
        flush(refunded);
        store(refunded.requestRefund(1_000).refund(1_000));
        Story unflushed = store(Story.pledge(1, 4).capture());
        CampaignTotals loaded = totals.load(1L);
        assertThat(loaded.recent())
                .containsExactlyInAnyOrder(
                        refunded.last().id(), unflushed.last().id());
        assertThat(loaded.version()).isEqualTo(4);
        assertThat(loaded.count(List.of(TotalsEntry.of(unflushed.last())))).isEqualTo(loaded);
    }

    /** Sum and recent entries come from two queries; seen at two moments they would not agree. */
    @Test
    void totals_loaded_while_entries_are_appended_are_of_one_moment() throws Exception {
        try (ExecutorService appender = Executors.newSingleThreadExecutor()) {
            Future<?> appending = appender.submit(() -> {
                for (int donor = 0; donor < 150; donor++) {
                    store(Story.pledge(1, donor).capture());
                }
            });
            while (!appending.isDone()) {
                CampaignTotals loaded = totals.load(1L);
                assertThat(loaded.recent()).hasSize((int) loaded.version());
                assertThat(loaded.captured()).isEqualTo(5_000 * loaded.donations());
            }
            appending.get();
        }
        assertThat(totals.load(1L).donations()).isEqualTo(150);
    }

    @Test
    void loading_puts_a_row_right_that_a_crash_left_behind_the_ledger() {
        store(Story.pledge(1, 2).capture());
        totals.load(1L);
        assertThat(one("SELECT captured FROM campaign_totals WHERE campaign_id = 1 AND version = 1", Long.class))
                .isEqualTo(5_000);
    }

    @Test
    void flushed_totals_never_go_back() {
        CampaignTotals newer = new CampaignTotals(1, EURO, 500, 100, 20, 50, 10, 3, 7, Set.of(4L));
        totals.store(1L, newer);
        totals.store(1L, CampaignTotals.none(1, EURO));
        assertThat(one(
                        "SELECT captured - refunded - disputes_lost + matched - match_reversed"
                                + " FROM campaign_totals WHERE campaign_id = 1 AND version = 7 AND donations = 3",
                        Long.class))
                .isEqualTo(420);
    }

    private static CampaignTotals counted(long campaignId, Story... stories) {
        CampaignTotals counted = CampaignTotals.none(campaignId, EURO);
        for (Story story : stories) {
            for (LedgerEntry entry : story.entries()) {
                counted = counted.count(List.of(TotalsEntry.of(entry)));
            }
        }
        return counted;
    }
}
