package org.csrgrid.domain.donation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.csrgrid.domain.Samples.NOW;
import static org.csrgrid.domain.Samples.euros;
import static org.csrgrid.domain.Samples.pledge;

import java.util.List;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.junit.jupiter.api.Test;

class DonationTest {

    @Test
    void a_pledge_starts_a_donation_that_waits_for_its_money() {
        Donation donation = Donation.pledged(pledge(euros(5_000)));

        assertThat(donation.status()).isEqualTo(DonationStatus.PENDING);
        assertThat(donation.amount()).isEqualTo(euros(5_000));
        assertThat(donation.refundable()).isEqualTo(euros(0));
        assertThat(donation.progress()).isEqualTo(new Progress(0, 0, 0, null));
        assertThat(donation.version()).isEqualTo(1);
    }

    @Test
    void a_capture_completes_it_and_remembers_the_payment() {
        DonationLife life = DonationLife.captured(5_000);

        assertThat(life.donation().status()).isEqualTo(DonationStatus.COMPLETED);
        assertThat(life.donation().completedAt()).isEqualTo(life.last().at());
        assertThat(life.donation().payment()).isEqualTo(new PaymentReference("sandbox", "payment-1", null));
        assertThat(life.donation().refundable()).isEqualTo(euros(5_000));
    }

    @Test
    void a_requested_refund_reserves_its_money_until_it_is_answered() {
        DonationLife life = DonationLife.captured(5_000).requestRefund(euros(2_000));
        long request = life.last().id();
        assertThat(life.donation().refundable()).isEqualTo(euros(3_000));
        assertThat(life.donation().refundRequestedBy(request))
                .hasValueSatisfying(refund -> assertThat(refund.status()).isEqualTo(Refund.Status.PENDING));

        life.refund(euros(2_000), request);

        assertThat(life.donation().status()).isEqualTo(DonationStatus.PARTIALLY_REFUNDED);
        assertThat(life.donation().refunded()).isEqualTo(euros(2_000));
        assertThat(life.donation().refundable()).isEqualTo(euros(3_000));
        assertThat(life.donation().refunds()).singleElement().satisfies(refund -> {
            assertThat(refund.status()).isEqualTo(Refund.Status.SUCCEEDED);
            assertThat(refund.reason()).isEqualTo("changed my mind");
        });
    }

    @Test
    void a_refused_refund_frees_the_reserved_money() {
        DonationLife life = DonationLife.captured(5_000).requestRefund(euros(5_000));

        life.append(life.draft()
                .of(LedgerKind.REFUND_FAILED)
                .answering(life.last().id())
                .because("card expired")
                .build());

        assertThat(life.donation().status()).isEqualTo(DonationStatus.COMPLETED);
        assertThat(life.donation().refundable()).isEqualTo(euros(5_000));
        assertThat(life.donation().refunds()).singleElement().satisfies(refund -> {
            assertThat(refund.status()).isEqualTo(Refund.Status.FAILED);
            assertThat(refund.reason()).isEqualTo("card expired");
        });
    }

    @Test
    void a_refund_nobody_asked_for_counts_as_well() {
        Donation donation = DonationLife.captured(5_000).refund(euros(5_000)).donation();

        assertThat(donation.status()).isEqualTo(DonationStatus.REFUNDED);
        assertThat(donation.refunds()).singleElement().satisfies(refund -> assertThat(refund.requestId())
                .isZero());
        assertThat(donation.refundRequestedBy(0)).isEmpty();
    }

    @Test
    void a_won_dispute_leads_back_to_where_the_donation_was() {
        DonationLife untouched = DonationLife.captured(5_000).append(LedgerKind.DISPUTED);
        DonationLife refunded =
                DonationLife.captured(5_000).refund(euros(1_000)).append(LedgerKind.DISPUTED);

        assertThat(untouched.donation().status()).isEqualTo(DonationStatus.DISPUTED);
        assertThat(untouched.append(LedgerKind.DISPUTE_WON).donation().status()).isEqualTo(DonationStatus.COMPLETED);
        assertThat(refunded.append(LedgerKind.DISPUTE_WON).donation().status())
                .isEqualTo(DonationStatus.PARTIALLY_REFUNDED);
    }

    @Test
    void a_lost_dispute_takes_all_that_was_not_refunded() {
        DonationLife life = DonationLife.captured(5_000).refund(euros(1_000)).append(LedgerKind.DISPUTED);

        life.append(life.draft()
                .of(LedgerKind.DISPUTE_LOST)
                .amount(euros(4_000), euros(4_000))
                .build());

        assertThat(life.donation().status()).isEqualTo(DonationStatus.REFUNDED);
        assertThat(life.donation().refunded()).isEqualTo(euros(5_000));
        assertThat(life.donation().dispute())
                .satisfies(dispute -> assertThat(dispute.status()).isEqualTo(Dispute.Status.LOST));
    }

    @Test
    void a_refund_under_way_that_ends_during_a_dispute_leaves_the_dispute_open() {
        DonationLife life = DonationLife.captured(5_000).requestRefund(euros(1_000));
        long request = life.last().id();

        life.append(LedgerKind.DISPUTED).refund(euros(1_000), request);

        assertThat(life.donation().status()).isEqualTo(DonationStatus.DISPUTED);
        assertThat(life.append(LedgerKind.DISPUTE_WON).donation().status())
                .isEqualTo(DonationStatus.PARTIALLY_REFUNDED);
    }

    @Test
    void money_for_a_closed_donation_is_stray_until_it_went_back() {
        DonationLife life = DonationLife.pledged(5_000).append(LedgerKind.CANCELLED);

        assertThat(life.append(LedgerKind.STRAY_CAPTURED).donation().stray()).isEqualTo(StrayPayment.CAPTURED);
        assertThat(life.append(LedgerKind.STRAY_REFUNDED).donation().stray()).isEqualTo(StrayPayment.REFUNDED);
        assertThat(life.donation().status()).isEqualTo(DonationStatus.CANCELLED);
        assertThat(life.donation().refunded()).isEqualTo(euros(0));
    }

    @Test
    void a_fold_of_all_entries_is_the_donation() {
        DonationLife life = DonationLife.captured(5_000)
                .postMatch(euros(2_500), euros(2_500))
                .requestRefund(euros(1_000));
        life.refund(euros(1_000), life.last().id()).reverseMatch();

        assertThat(Donation.fold(life.entries())).isEqualTo(life.donation());
    }

    @Test
    void an_entry_it_already_contains_changes_nothing() {
        DonationLife life = DonationLife.captured(5_000).refund(euros(1_000));
        Donation donation = life.donation();

        for (LedgerEntry entry : life.entries()) {
            assertThat(donation.apply(entry)).isSameAs(donation);
        }
    }

    @Test
    void an_entry_that_comes_too_early_is_a_gap() {
        List<LedgerEntry> entries =
                DonationLife.captured(5_000).refund(euros(1_000)).entries();

        assertThatThrownBy(() -> Donation.pledged(entries.getFirst()).apply(entries.getLast()))
                .isInstanceOf(LedgerGapException.class)
                .hasMessage("donation 1: ledger sequence 2 (expected: 1)");
    }

    @Test
    void a_payment_under_way_is_noted_only_while_the_donation_is_open() {
        var reference = new PaymentReference("sandbox", "payment-1", "https://pay.example/1");
        Donation open = Donation.pledged(pledge(euros(5_000)));

        Donation waiting = open.withPayment(reference, DonationStatus.REQUIRES_ACTION, NOW.plusSeconds(1));

        assertThat(waiting.payment()).isEqualTo(reference);
        assertThat(waiting.status()).isEqualTo(DonationStatus.REQUIRES_ACTION);
        assertThat(waiting.withPayment(reference, DonationStatus.REQUIRES_ACTION, NOW))
                .isSameAs(waiting);
        assertThat(waiting.withPayment(reference, DonationStatus.COMPLETED, NOW))
                .isSameAs(waiting);
        Donation captured = DonationLife.captured(5_000).donation();
        assertThat(captured.withPayment(reference, DonationStatus.PROCESSING, NOW))
                .isSameAs(captured);
    }

    @Test
    void a_donation_never_gives_back_more_than_it_got() {
        DonationLife life = DonationLife.captured(5_000).refund(euros(4_000));

        assertThatThrownBy(() -> life.append(life.draft()
                        .of(LedgerKind.REFUNDED)
                        .amount(euros(1_001), euros(1_001))
                        .build()))
                .hasMessage("refunded: 50.01 EUR (expected: 0 .. 50.00 EUR)");
    }

    @Test
    void every_change_grows_the_version_by_one_and_time_never_runs_back() {
        Donation captured = DonationLife.captured(5_000).donation();

        Donation settled = captured.settled(NOW.minusSeconds(60));

        assertThat(captured.version()).isEqualTo(2);
        assertThat(settled.version()).isEqualTo(3);
        assertThat(settled.updatedAt()).isEqualTo(captured.updatedAt());
    }
}
