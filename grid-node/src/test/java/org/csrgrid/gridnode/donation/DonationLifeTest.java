package org.csrgrid.gridnode.donation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.DonationStatus;
import org.csrgrid.domain.donation.PaymentMethod;
import org.csrgrid.domain.donation.Refund;
import org.csrgrid.grid.donation.CancelDonation;
import org.csrgrid.grid.donation.CancelOutcome;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.donation.ListDonations;
import org.csrgrid.grid.donation.PledgeOutcome;
import org.csrgrid.grid.donation.RefundOutcome;
import org.csrgrid.grid.donation.RequestRefund;
import org.csrgrid.gridnode.TestGrid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A donation's whole life on two members, a real database and the sandbox gateway, whose behaviour follows the amount's last two digits. */
class DonationLifeTest {

    private static TestGrid grid;

    @BeforeAll
    static void start() {
        grid = TestGrid.start(2, Map.of("payments.reconcile-after", "1s"));
        grid.programme(100, 1_000_000, 10_000_000);
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    @Test
    void a_payroll_donation_is_captured_and_moves_the_total() {
        Campaign campaign = grid.campaign(false);
        DonationKey key = grid.pledged(campaign, 11, 5_000, PaymentMethod.PAYROLL);
        awaitStatus(key, DonationStatus.COMPLETED);
        awaitRaised(campaign, 5_000);
        assertThat(grid.totals(campaign).donations()).isEqualTo(1);
    }

    @Test
    void a_card_donation_is_confirmed_by_the_gateways_webhook() {
        Campaign campaign = grid.campaign(false);
        DonationKey key = grid.pledged(campaign, 12, 2_500, PaymentMethod.CARD);
        awaitStatus(key, DonationStatus.COMPLETED);
        awaitRaised(campaign, 2_500);
        assertThat(grid.donation(key).payment()).isNotNull();
    }

    @Test
    void the_company_matches_a_captured_donation() {
        Campaign campaign = grid.campaign(true);
        DonationKey key = grid.pledged(campaign, 13, 3_000, PaymentMethod.CARD);
        awaitRaised(campaign, 6_000);
        awaitStatus(key, DonationStatus.COMPLETED);
        assertThat(grid.totals(campaign).matched()).isEqualTo(3_000);
        assertThat(grid.donation(key).match().posted().minorUnits()).isEqualTo(3_000);
    }

    @Test
    void a_declined_payment_fails_the_donation_and_moves_nothing() {
        Campaign campaign = grid.campaign(false);
        DonationKey key = grid.pledged(campaign, 14, 1_002, PaymentMethod.CARD);
        awaitStatus(key, DonationStatus.FAILED);
        assertThat(grid.donation(key).failureReason()).isNotBlank();
        assertThat(grid.totals(campaign).raised().minorUnits()).isZero();
    }

    @Test
    void a_payment_that_requires_action_waits_for_the_donor() {
        Campaign campaign = grid.campaign(false);
        DonationKey key = grid.pledged(campaign, 15, 1_003, PaymentMethod.IDEAL);
        awaitStatus(key, DonationStatus.REQUIRES_ACTION);
        assertThat(grid.donation(key).payment().checkoutUrl()).startsWith("http");
    }

    @Test
    void webhooks_that_come_twice_or_out_of_order_count_once() {
        Campaign campaign = grid.campaign(false);
        grid.pledged(campaign, 16, 1_005, PaymentMethod.CARD);
        grid.pledged(campaign, 16, 1_006, PaymentMethod.CARD);
        awaitRaised(campaign, 2_011);
        assertThat(grid.totals(campaign).donations()).isEqualTo(2);
    }

    @Test
    void a_webhook_that_never_comes_is_made_up_for_by_asking_the_gateway() {
        Campaign campaign = grid.campaign(false);
        DonationKey key = grid.pledged(campaign, 17, 1_008, PaymentMethod.CARD);
        awaitStatus(key, DonationStatus.COMPLETED);
        awaitRaised(campaign, 1_008);
    }

    @Test
    void the_same_key_makes_one_donation_and_another_request_under_it_is_refused() {
        Campaign campaign = grid.campaign(false);
        PledgeOutcome first = grid.pledge(campaign, 18, 700, PaymentMethod.PAYROLL, "same");
        PledgeOutcome second = grid.pledge(campaign, 18, 700, PaymentMethod.PAYROLL, "same");
        assertThat(((PledgeOutcome.Replayed) second).donation().id())
                .isEqualTo(((PledgeOutcome.Pledged) first).donation().id());
        assertThat(grid.pledge(campaign, 18, 800, PaymentMethod.PAYROLL, "same"))
                .isInstanceOf(PledgeOutcome.KeyReused.class);
    }

    @Test
    void refunds_in_two_parts_take_everything_and_the_whole_match_back() {
        Campaign campaign = grid.campaign(true);
        DonationKey key = grid.pledged(campaign, 19, 3_333, PaymentMethod.CARD);
        awaitRaised(campaign, 6_666);
        awaitStatus(key, DonationStatus.COMPLETED);
        assertThat(refund(key, 1_000)).isInstanceOf(RefundOutcome.Requested.class);
        awaitStatus(key, DonationStatus.PARTIALLY_REFUNDED);
        refund(key, 0);
        awaitStatus(key, DonationStatus.REFUNDED);
        awaitRaised(campaign, 0);
        Donation donation = grid.donation(key);
        assertThat(donation.match().reversed()).isEqualTo(donation.match().posted());
    }

    @Test
    void a_refund_of_more_than_is_left_is_refused() {
        Campaign campaign = grid.campaign(false);
        DonationKey key = grid.pledged(campaign, 20, 2_000, PaymentMethod.PAYROLL);
        awaitStatus(key, DonationStatus.COMPLETED);
        assertThat(refund(key, 2_001)).isInstanceOf(RefundOutcome.ExceedsRefundable.class);
    }

    @Test
    void a_refund_the_gateway_refuses_leaves_the_donation_complete() {
        Campaign campaign = grid.campaign(false);
        DonationKey key = grid.pledged(campaign, 21, 2_009, PaymentMethod.CARD);
        awaitStatus(key, DonationStatus.COMPLETED);
        refund(key, 500);
        await().atMost(Duration.ofSeconds(40)).until(() -> grid.donation(key).refunds().stream()
                .anyMatch(refund -> refund.status() == Refund.Status.FAILED));
        assertThat(grid.donation(key).status()).isEqualTo(DonationStatus.COMPLETED);
        assertThat(grid.donation(key).refundable().minorUnits()).isEqualTo(2_009);
    }

    @Test
    void a_donation_that_waits_for_its_donor_can_be_cancelled_once() {
        Campaign campaign = grid.campaign(false);
        DonationKey key = grid.pledged(campaign, 22, 1_103, PaymentMethod.CARD);
        awaitStatus(key, DonationStatus.REQUIRES_ACTION);
        await().atMost(Duration.ofSeconds(10)).until(() -> cancel(key) instanceof CancelOutcome.Cancelled);
        assertThat(grid.donation(key).status()).isEqualTo(DonationStatus.CANCELLED);
    }

    @Test
    void a_completed_donation_cannot_be_cancelled() {
        Campaign campaign = grid.campaign(false);
        DonationKey key = grid.pledged(campaign, 23, 1_100, PaymentMethod.PAYROLL);
        awaitStatus(key, DonationStatus.COMPLETED);
        assertThat(cancel(key)).isEqualTo(new CancelOutcome.NotCancellable(DonationStatus.COMPLETED));
    }

    @Test
    void a_donors_donations_are_listed_newest_first_and_page_by_page() {
        Campaign campaign = grid.campaign(false);
        DonationKey older = grid.pledged(campaign, 24, 1_000, PaymentMethod.PAYROLL);
        DonationKey newer = grid.pledged(campaign, 24, 1_000, PaymentMethod.PAYROLL);
        var first = grid.donations().list(new ListDonations(24, 0, Long.MAX_VALUE, 1));
        assertThat(first.donations()).extracting(Donation::id).containsExactly(newer.donationId());
        var second = grid.donations().list(new ListDonations(24, 0, first.nextBeforeId(), 1));
        assertThat(second.donations()).extracting(Donation::id).containsExactly(older.donationId());
        assertThat(second.nextBeforeId()).isZero();
    }

    private static CancelOutcome cancel(DonationKey key) {
        return grid.donations().cancel(new CancelDonation(key, 22, Instant.now()));
    }

    private static RefundOutcome refund(DonationKey key, long cents) {
        return grid.donations()
                .refund(new RequestRefund(
                        key, 99, cents, "asked for", UUID.randomUUID().toString(), "refund-" + cents, Instant.now()));
    }

    private static void awaitStatus(DonationKey key, DonationStatus status) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(grid.donation(key).status()).isEqualTo(status));
    }

    private static void awaitRaised(Campaign campaign, long cents) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() ->
                        assertThat(grid.totals(campaign).raised().minorUnits()).isEqualTo(cents));
    }
}
