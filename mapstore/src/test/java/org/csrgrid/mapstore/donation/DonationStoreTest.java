package org.csrgrid.mapstore.donation;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.map.MapStore;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.DonationStatus;
import org.csrgrid.domain.donation.PaymentReference;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.mapstore.testing.StoreTestBase;
import org.csrgrid.mapstore.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DonationStoreTest extends StoreTestBase {
    private MapStore<DonationKey, Donation> donations;

    @BeforeEach
    void find_the_store() {
        donations = mapStore(GridMaps.DONATIONS);
    }

    @Test
    void a_donation_nobody_flushed_is_the_fold_of_its_ledger() {
        Story story = store(Story.pledge(1, 2).capture().match(5, 5_000, Money.of(5_000, "EUR")));
        assertThat(donations.load(key(story))).isEqualTo(story.donation());
        assertThat(donations.loadAllKeys()).isNull();
    }

    @Test
    void a_donation_without_a_ledger_is_none() {
        assertThat(donations.load(new DonationKey(1, 99))).isNull();
        assertThat(donations.loadAll(List.of())).isEmpty();
    }

    @Test
    void a_donation_under_another_campaign_than_its_own_is_none() {
        Story story = store(Story.pledge(1, 2));
        flush(story);
        assertThat(donations.load(new DonationKey(3, story.donation().id()))).isNull();
    }

    @Test
    void an_old_row_is_brought_up_to_date_from_the_ledger() {
        Story story = Story.pledge(1, 2).capture().settled();
        flush(story);
        story.requestRefund(2_000).refund(2_000);
        store(story);
        Donation loaded = donations.load(key(story));
        assertThat(loaded).isEqualTo(story.donation());
        assertThat(loaded.status()).isEqualTo(DonationStatus.PARTIALLY_REFUNDED);
        assertThat(loaded.progress().isSettled()).isFalse();
        assertThat(loaded.version()).isEqualTo(5);
    }

    @Test
    void everything_a_donation_can_hold_comes_back() {
        Story story = Story.pledge(1, 2, Money.of(10_000, "JPY"), Money.of(6_150, "EUR"), new BigDecimal("0.00615"))
                .capture()
                .match(5, 6_150, Money.of(5_300, "GBP"))
                .requestRefund(4_000)
                .refund(4_000)
                .then(LedgerKind.DISPUTED, entry -> entry.at("sandbox", "dispute-1")
                        .amount(Money.of(6_000, "JPY"), Money.of(3_690, "EUR")))
                .match(5, 2_460, Money.of(2_120, "GBP"));
        store(story);
        flush(story);
        assertThat(donations.load(key(story))).isEqualTo(story.donation());
    }

    @Test
    void a_lease_is_not_kept_but_its_token_is() {
        Story story = store(Story.pledge(1, 2));
        PaymentReference payment = new PaymentReference("sandbox", "pay-1", "https://pay.example/1");
        Donation leased = story.donation()
                .withPayment(payment, DonationStatus.REQUIRES_ACTION, Story.START)
                .lease(Story.START, Story.START.plusSeconds(60))
                .orElseThrow();
        donations.store(key(story), leased);
        Donation loaded = donations.load(key(story));
        assertThat(loaded.progress().lease()).isNull();
        assertThat(loaded.progress().leaseToken()).isEqualTo(leased.progress().leaseToken());
        assertThat(loaded.payment()).isEqualTo(payment);
        assertThat(loaded.version()).isEqualTo(leased.version());
    }

    @Test
    void an_older_version_never_replaces_a_newer_one() {
        Story story = store(Story.pledge(1, 2));
        Donation old = story.donation();
        story.capture().settled();
        flush(story);
        donations.store(key(story), old);
        assertThat(one("SELECT version FROM donation", Long.class))
                .isEqualTo(story.donation().version());
        assertThat(one("SELECT counted_through FROM donation", Integer.class)).isEqualTo(1);
    }

    @Test
    void a_row_the_database_refuses_becomes_a_dead_letter_and_holds_up_nobody() {
        Story good = store(Story.pledge(1, 2));
        Story bad = Story.pledge(1, 3, Money.of(1, "EUR"), Money.of(1, "USD"), new BigDecimal("0.1234567890123"));
        donations.storeAll(Map.of(key(good), good.donation(), key(bad), bad.donation()));
        assertThat(one("SELECT id FROM donation", Long.class))
                .isEqualTo(good.donation().id());
        assertThat(deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.map()).isEqualTo(GridMaps.DONATIONS);
            assertThat(letter.key()).isEqualTo(Long.toString(bad.donation().id()));
        });
    }

    @Test
    void donations_waiting_for_their_payment_are_found_by_their_last_change() {
        Story waiting = Story.pledge(1, 2);
        flush(waiting);
        flush(Story.pledge(1, 3).capture());
        DonationDao dao = stores.donationDao();
        assertThat(dao.awaitingPayment(Story.START.plusSeconds(1), 10)).containsExactly(key(waiting));
        assertThat(dao.awaitingPayment(Story.START, 10)).isEmpty();
    }

    private static DonationKey key(Story story) {
        return DonationKey.of(story.donation());
    }
}
