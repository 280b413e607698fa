package org.csrgrid.gridnode.donation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.TotalsEntry;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.DonationStatus;
import org.csrgrid.domain.donation.PaymentMethod;
import org.csrgrid.domain.donation.PledgeDetails;
import org.csrgrid.domain.ledger.EntryDraft;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.campaign.CountEntries;
import org.csrgrid.grid.campaign.ForgetEntries;
import org.csrgrid.grid.cluster.GridIds;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.donation.BeginSettlement;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.donation.FinishSettlement;
import org.csrgrid.grid.donation.LeaseOutcome;
import org.csrgrid.grid.ledger.AppendOutcome;
import org.csrgrid.grid.ledger.LedgerGrid;
import org.csrgrid.gridnode.TestGrid;
import org.csrgrid.gridnode.cluster.WriteBehindDrain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The steps of {@link Settlement} done by hand up to some point, then every member ends at once without saving anything. Whatever the point, the donation
 * is counted exactly once afterwards.
 */
class CrashBetweenStepsTest {

    private static final long CENTS = 4_200;

    private final TestGrid grid = TestGrid.start(1, Map.of("jobs.channels.payments.paused", "false"));
    private final Campaign campaign = grid.campaign(false);
    private final Instant now = Instant.now();

    @AfterEach
    void stop() {
        grid.close();
    }

    @Test
    void after_the_pledge_is_durable_and_before_its_job_exists() {
        LedgerEntry pledge = appendPledge();
        crashAndExpectOnce(DonationKey.of(pledge));
    }

    @Test
    void after_the_capture_is_durable_and_before_it_is_counted() {
        LedgerEntry pledge = appendPledge();
        appendCapture(Donation.pledged(pledge));
        crashAndExpectOnce(DonationKey.of(pledge));
    }

    @Test
    void after_the_capture_is_counted_and_before_the_donation_records_it() {
        LedgerEntry pledge = appendPledge();
        count(appendCapture(Donation.pledged(pledge)));
        crashAndExpectOnce(DonationKey.of(pledge));
    }

    @Test
    void after_the_donation_records_it_and_before_that_is_saved() {
        LedgerEntry pledge = appendPledge();
        Donation leased = lease(DonationKey.of(pledge));
        LedgerEntry capture = appendCapture(leased);
        count(capture);
        finish(leased, capture);
        crashAndExpectOnce(DonationKey.of(pledge));
    }

    @Test
    void totals_loaded_afresh_between_counting_and_recording_recognize_the_entry() {
        LedgerEntry pledge = appendPledge();
        LedgerEntry capture = appendCapture(Donation.pledged(pledge));
        count(capture);
        grid.grid().getMap(GridMaps.CAMPAIGN_TOTALS).evict(campaign.id());
        assertThat(grid.totals(campaign).recent()).contains(capture.id());
        count(capture);
        assertThat(grid.totals(campaign).raised().minorUnits()).isEqualTo(CENTS);
    }

    @Test
    void a_worker_that_lost_its_lease_cannot_write_the_donation() {
        LedgerEntry pledge = appendPledge();
        Donation leased = lease(DonationKey.of(pledge));
        LedgerEntry capture = appendCapture(leased);
        grid.grid()
                .getMap(GridMaps.DONATIONS)
                .executeOnKey(
                        DonationKey.of(pledge),
                        cast(new FinishSettlement(
                                leased.progress().leaseToken() - 1,
                                leased.apply(capture).settled(now))));
        assertThat(grid.donation(DonationKey.of(pledge)).status()).isEqualTo(DonationStatus.PENDING);
    }

    /** As after a fault that took the last writes of both copies: the row in the database knows better. */
    @Test
    void an_older_copy_of_a_counted_donation_is_not_counted_again() {
        LedgerEntry pledge = appendPledge();
        DonationKey key = DonationKey.of(pledge);
        Donation leased = lease(key);
        LedgerEntry capture = appendCapture(leased);
        count(capture);
        finish(leased, capture);
        WriteBehindDrain.drain(grid.grid(), Duration.ofSeconds(10));
        grid.grid()
                .getMap(GridMaps.CAMPAIGN_TOTALS)
                .executeOnKey(campaign.id(), cast(new ForgetEntries(Set.of(capture.id()))));
        grid.grid().getMap(GridMaps.DONATIONS).set(key, leased.apply(capture).released(now));
        grid.settle(key);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> grid.donation(key).progress().isSettled());
        assertThat(grid.totals(campaign).raised().minorUnits()).isEqualTo(CENTS);
    }

    private LedgerEntry appendPledge() {
        GridIds ids = new GridIds(grid.grid());
        Money amount = Money.of(CENTS, "EUR");
        LedgerEntry pledge = new LedgerEntry(
                ids.next(),
                LedgerKind.PLEDGED,
                ids.next(),
                campaign.id(),
                campaign.organizationId(),
                5,
                0,
                amount,
                amount,
                BigDecimal.ONE,
                LedgerEntry.idempotencyGuard(5, UUID.randomUUID().toString()),
                null,
                null,
                0,
                5,
                "fingerprint",
                null,
                new PledgeDetails(PaymentMethod.PAYROLL, false, null),
                null,
                now);
        return append(pledge);
    }

    private LedgerEntry appendCapture(Donation donation) {
        DonationKey key = DonationKey.of(donation);
        EntryDraft draft = new EntryDraft(donation, new GridIds(grid.grid()).next(), now);
        return append(draft.of(LedgerKind.CAPTURED)
                .at("payroll", key.toString())
                .once("captured:payroll:" + key)
                .build());
    }

    private LedgerEntry append(LedgerEntry entry) {
        assertThat(new LedgerGrid(grid.grid()).append(entry)).isInstanceOf(AppendOutcome.Appended.class);
        return entry;
    }

    private void count(LedgerEntry entry) {
        grid.grid()
                .getMap(GridMaps.CAMPAIGN_TOTALS)
                .executeOnKey(campaign.id(), cast(new CountEntries(List.of(TotalsEntry.of(entry)))));
    }

    private Donation lease(DonationKey key) {
        Object outcome = grid.grid()
                .getMap(GridMaps.DONATIONS)
                .executeOnKey(key, cast(new BeginSettlement(now, now.plusSeconds(60))));
        return ((LeaseOutcome.Granted) outcome).donation();
    }

    private void finish(Donation leased, LedgerEntry capture) {
        grid.grid()
                .getMap(GridMaps.DONATIONS)
                .executeOnKey(
                        DonationKey.of(leased),
                        cast(new FinishSettlement(
                                leased.progress().leaseToken(),
                                leased.apply(capture).settled(now))));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static com.hazelcast.map.EntryProcessor<Object, Object, Object> cast(
            com.hazelcast.map.EntryProcessor processor) {
        return processor;
    }

    private void crashAndExpectOnce(DonationKey key) {
        grid.crashAndRestart();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(grid.donation(key).progress().isSettled()).isTrue();
            assertThat(grid.donation(key).status()).isEqualTo(DonationStatus.COMPLETED);
            assertThat(grid.totals(campaign).recent()).isEmpty();
        });
        assertThat(grid.totals(campaign).raised().minorUnits()).isEqualTo(CENTS);
        assertThat(grid.totals(campaign).donations()).isEqualTo(1);
    }
}
