package org.csrgrid.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.csrgrid.domain.Samples.euros;
import static org.csrgrid.domain.payment.Gateway.PAYMENT;

import java.util.List;
import org.csrgrid.domain.donation.Dispute;
import org.csrgrid.domain.donation.DonationLife;
import org.csrgrid.domain.donation.DonationStatus;
import org.csrgrid.domain.donation.Refund;
import org.csrgrid.domain.donation.StrayPayment;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.payment.PaymentSnapshot.GatewayDispute;
import org.csrgrid.domain.payment.PaymentSnapshot.GatewayRefund;
import org.csrgrid.domain.payment.PaymentSnapshot.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentReconciliationTest {

    private final DonationLife life = DonationLife.pledged(5_000);
    private final Gateway gateway = new Gateway(euros(5_000));

    @ParameterizedTest
    @CsvSource({
        "REQUIRES_ACTION, PENDING",
        "PROCESSING, PENDING",
        "SUCCEEDED, COMPLETED",
        "FAILED, FAILED",
        "CANCELLED, CANCELLED"
    })
    void a_payments_state_decides_an_open_donation(Status status, DonationStatus donationStatus) {
        Gateway.reconcile(life, gateway.status(status).snapshot());

        assertThat(life.donation().status()).isEqualTo(donationStatus);
    }

    @ParameterizedTest
    @EnumSource
    void what_the_gateway_said_before_changes_nothing_after_the_capture(Status status) {
        life.capture();

        assertThat(Gateway.reconcile(life, gateway.status(status).snapshot())).isInstanceOf(NextFact.UpToDate.class);
        assertThat(life.donation().status()).isEqualTo(DonationStatus.COMPLETED);
    }

    @Test
    void a_capture_can_be_written_once_per_gateway_payment() {
        NextFact fact = PaymentReconciliation.next(
                life.donation(), gateway.status(Status.SUCCEEDED).snapshot(), life.draft());

        assertThat(fact).isInstanceOfSatisfying(NextFact.Append.class, append -> assertThat(
                        append.entry().guard())
                .isEqualTo("captured:sandbox:" + PAYMENT));
    }

    @Test
    void a_declined_payment_says_why() {
        Gateway.reconcile(
                life,
                gateway.status(Status.FAILED).because("insufficient funds").snapshot());

        assertThat(life.donation().failureReason()).isEqualTo("insufficient funds");
    }

    @Test
    void a_refund_we_asked_for_answers_our_request() {
        life.capture().requestRefund(euros(2_000));
        long request = life.last().id();

        Gateway.reconcile(
                life,
                gateway.refund("re-1", 2_000, GatewayRefund.Status.SUCCEEDED, request)
                        .snapshot());

        assertThat(life.donation().refundRequestedBy(request))
                .hasValueSatisfying(refund -> assertThat(refund.status()).isEqualTo(Refund.Status.SUCCEEDED));
        assertThat(life.donation().refunded()).isEqualTo(euros(2_000));
    }

    @Test
    void a_refund_the_gateway_made_on_its_own_is_taken_over() {
        life.capture();

        Gateway.reconcile(
                life,
                gateway.refund("re-1", 2_000, GatewayRefund.Status.SUCCEEDED, 0).snapshot());

        assertThat(life.donation().status()).isEqualTo(DonationStatus.PARTIALLY_REFUNDED);
        assertThat(life.last().relatedId()).isZero();
        assertThat(life.last().guard()).isEqualTo("refunded:sandbox:re-1");
    }

    @Test
    void a_refused_refund_frees_what_we_reserved_and_one_nobody_asked_for_is_ignored() {
        life.capture().requestRefund(euros(2_000));
        long request = life.last().id();

        Gateway.reconcile(
                life,
                gateway.refund("re-1", 2_000, GatewayRefund.Status.FAILED, request)
                        .refund("re-2", 500, GatewayRefund.Status.FAILED, 0)
                        .snapshot());

        assertThat(life.donation().refundable()).isEqualTo(euros(5_000));
        assertThat(life.last().kind()).isEqualTo(LedgerKind.REFUND_FAILED);
        assertThat(life.donation().refunds()).hasSize(1);
    }

    @Test
    void a_refund_under_way_at_the_gateway_waits() {
        life.capture();

        Gateway.reconcile(
                life,
                gateway.refund("re-1", 2_000, GatewayRefund.Status.PENDING, 0).snapshot());

        assertThat(life.donation().status()).isEqualTo(DonationStatus.COMPLETED);
    }

    @Test
    void a_dispute_first_heard_of_when_it_is_over_is_still_written_down_in_both_steps() {
        life.capture();

        Gateway.reconcile(life, gateway.dispute(GatewayDispute.Status.LOST).snapshot());

        assertThat(life.entries()).extracting(LedgerEntry::kind).endsWith(LedgerKind.DISPUTED, LedgerKind.DISPUTE_LOST);
        assertThat(life.donation().status()).isEqualTo(DonationStatus.REFUNDED);
        assertThat(life.donation().refunded()).isEqualTo(euros(5_000));
    }

    @Test
    void a_dispute_runs_its_course_and_stays_closed() {
        life.capture();

        Gateway.reconcile(life, gateway.dispute(GatewayDispute.Status.OPEN).snapshot());
        assertThat(life.donation().status()).isEqualTo(DonationStatus.DISPUTED);
        Gateway.reconcile(life, gateway.dispute(GatewayDispute.Status.WON).snapshot());
        Gateway.reconcile(life, gateway.dispute(GatewayDispute.Status.OPEN).snapshot());

        assertThat(life.donation().status()).isEqualTo(DonationStatus.COMPLETED);
        assertThat(life.donation().dispute())
                .satisfies(dispute -> assertThat(dispute.status()).isEqualTo(Dispute.Status.WON));
    }

    @Test
    void a_refund_that_ends_during_a_dispute_lowers_what_is_at_stake() {
        life.capture().requestRefund(euros(1_000));
        long request = life.last().id();
        Gateway.reconcile(life, gateway.dispute(GatewayDispute.Status.OPEN).snapshot());

        gateway.refund("re-1", 1_000, GatewayRefund.Status.SUCCEEDED, request);
        Gateway.reconcile(life, gateway.snapshot());
        Gateway.reconcile(life, gateway.dispute(GatewayDispute.Status.LOST).snapshot());

        assertThat(life.last().amount()).isEqualTo(euros(4_000));
        assertThat(life.donation().status()).isEqualTo(DonationStatus.REFUNDED);
    }

    @Test
    void money_that_arrives_after_a_cancellation_is_sent_back() {
        life.append(LedgerKind.CANCELLED);
        gateway.status(Status.SUCCEEDED);

        assertThat(Gateway.reconcile(life, gateway.snapshot())).isInstanceOf(NextFact.ReturnStray.class);
        assertThat(life.donation().stray()).isEqualTo(StrayPayment.CAPTURED);

        gateway.refund("re-1", 5_000, GatewayRefund.Status.SUCCEEDED, 0);
        assertThat(Gateway.reconcile(life, gateway.snapshot())).isInstanceOf(NextFact.UpToDate.class);
        assertThat(life.donation().stray()).isEqualTo(StrayPayment.REFUNDED);
        assertThat(Gateway.reconcile(life, gateway.snapshot())).isInstanceOf(NextFact.UpToDate.class);
        assertThat(life.donation().status()).isEqualTo(DonationStatus.CANCELLED);
    }

    @Test
    void what_cannot_belong_to_the_donation_is_for_a_person_to_look_at() {
        life.capture();
        PaymentSnapshot tooMuch =
                gateway.refund("re-1", 5_001, GatewayRefund.Status.SUCCEEDED, 0).snapshot();
        PaymentSnapshot otherAmount =
                new Gateway(euros(4_999)).status(Status.SUCCEEDED).snapshot();
        var otherPayment = new PaymentSnapshot(
                "sandbox", "payment-2", "7-1", Status.SUCCEEDED, euros(5_000), null, null, List.of(), null);

        assertThat(Gateway.reconcile(life, tooMuch)).isInstanceOf(NextFact.Mismatch.class);
        assertThat(Gateway.reconcile(life, otherAmount))
                .isEqualTo(new NextFact.Mismatch("amount: 49.99 EUR at the gateway (expected: 50.00 EUR)"));
        assertThat(Gateway.reconcile(life, otherPayment))
                .isEqualTo(new NextFact.Mismatch("payment: payment-2 (expected: payment-1)"));
        assertThat(life.entries()).hasSize(2);
    }
}
