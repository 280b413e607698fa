package org.csrgrid.sandbox.payment;

import static org.csrgrid.sandbox.payment.PaymentStatus.CANCELLED;
import static org.csrgrid.sandbox.payment.PaymentStatus.FAILED;
import static org.csrgrid.sandbox.payment.PaymentStatus.PROCESSING;
import static org.csrgrid.sandbox.payment.PaymentStatus.REQUIRES_ACTION;
import static org.csrgrid.sandbox.payment.PaymentStatus.SUCCEEDED;

import java.time.Instant;
import org.csrgrid.sandbox.payment.Decision.Changed;
import org.csrgrid.sandbox.payment.Decision.Conflict;
import org.csrgrid.sandbox.payment.Decision.ExceedsRemaining;
import org.csrgrid.sandbox.payment.Decision.NoSuchPart;
import org.csrgrid.sandbox.payment.Decision.Unchanged;
import org.jspecify.annotations.Nullable;

/** The steps a payment may take; pure functions. */
public final class PaymentRules {
    private PaymentRules() {}

    /** Opens a payment: waiting for the payer or for the bank. */
    public static Changed create(String id, PaymentRequest request, Instant now) {
        return switch (Behaviour.of(request.amount())) {
            case NEEDS_ACTION ->
                new Changed(
                        Payment.created(id, request, REQUIRES_ACTION, now), null, EventType.PAYMENT_REQUIRES_ACTION);
            case SENDS_WEBHOOKS_OUT_OF_ORDER ->
                new Changed(Payment.created(id, request, PROCESSING, now), null, EventType.PAYMENT_PROCESSING);
            default -> new Changed(Payment.created(id, request, PROCESSING, now), null, null);
        };
    }

    /** The bank's answer to a payment that is processing. */
    public static Decision settle(Payment payment) {
        if (payment.status() != PROCESSING) {
            return new Unchanged(null);
        }
        return payment.behaviour() == Behaviour.DECLINES
                ? new Changed(payment.withStatus(FAILED, "card_declined"), null, EventType.PAYMENT_FAILED)
                : new Changed(payment.withStatus(SUCCEEDED, null), null, EventType.PAYMENT_SUCCEEDED);
    }

    /** The payer pays on the checkout page. */
    public static Decision approve(Payment payment) {
        return payment.status() == REQUIRES_ACTION
                ? new Changed(payment.withStatus(PROCESSING, null), null, EventType.PAYMENT_PROCESSING)
                : new Unchanged(null);
    }

    /** The payer declines on the checkout page. */
    public static Decision decline(Payment payment) {
        return payment.status() == REQUIRES_ACTION
                ? new Changed(payment.withStatus(FAILED, "declined_by_payer"), null, EventType.PAYMENT_FAILED)
                : new Unchanged(null);
    }

    /** The client gives the payment up. */
    public static Decision cancel(Payment payment) {
        return switch (payment.status()) {
            case REQUIRES_ACTION, PROCESSING ->
                new Changed(payment.withStatus(CANCELLED, null), null, EventType.PAYMENT_CANCELLED);
            case CANCELLED -> new Unchanged(null);
            case SUCCEEDED -> new Conflict("The payment has succeeded; refund it instead.");
            case FAILED -> new Conflict("The payment has failed already.");
        };
    }

    /** Asks for money back; the refund is pending until it settles. */
    public static Decision refund(
            Payment payment, String refundId, Money amount, @Nullable String reference, Instant now) {
        if (payment.status() != SUCCEEDED) {
            return new Conflict("The payment is %s, nothing was captured."
                    .formatted(payment.status().wireName()));
        }
        if (payment.dispute() != null && payment.dispute().status() == DisputeStatus.OPEN) {
            return new Conflict("The payment is disputed; wait until the dispute is resolved.");
        }
        long remaining = payment.remainingMinorUnits();
        if (amount.minorUnits() > remaining) {
            return new ExceedsRemaining("%s can be refunded at most."
                    .formatted(payment.amount().of(remaining).toDecimal()));
        }
        Refund refund = new Refund(refundId, amount, RefundStatus.PENDING, reference, null, now);
        return new Changed(payment.withNewRefund(refund), refundId, null);
    }

    /** The bank's answer to a refund that is pending. */
    public static Decision settleRefund(Payment payment, String refundId) {
        boolean pending = payment.refund(refundId)
                .filter(refund -> refund.status() == RefundStatus.PENDING)
                .isPresent();
        if (!pending) {
            return new Unchanged(null);
        }
        return payment.behaviour() == Behaviour.FAILS_REFUNDS
                ? new Changed(
                        payment.withRefund(refundId, refund -> refund.failed("refund_declined")),
                        refundId,
                        EventType.REFUND_FAILED)
                : new Changed(payment.withRefund(refundId, Refund::succeeded), refundId, EventType.REFUND_SUCCEEDED);
    }

    /** The cardholder claims back whatever remains. */
    public static Decision openDispute(Payment payment, String disputeId) {
        if (payment.status() != SUCCEEDED) {
            return new Conflict("The payment is %s, nothing was captured."
                    .formatted(payment.status().wireName()));
        }
        if (payment.dispute() != null) {
            return new Conflict("The payment has a dispute already.");
        }
        long remaining = payment.remainingMinorUnits();
        if (remaining == 0) {
            return new Conflict("The payment is fully refunded.");
        }
        Dispute dispute =
                new Dispute(disputeId, DisputeStatus.OPEN, payment.amount().of(remaining));
        return new Changed(payment.withDispute(dispute), disputeId, EventType.DISPUTE_OPENED);
    }

    /** The card scheme decides; repeating the same outcome is harmless, the opposite one is refused. */
    public static Decision resolveDispute(Payment payment, String disputeId, boolean won) {
        Dispute dispute = payment.dispute();
        if (dispute == null || !dispute.id().equals(disputeId)) {
            return new NoSuchPart("The payment has no dispute %s.".formatted(disputeId));
        }
        Dispute resolved = dispute.resolved(won);
        if (dispute.equals(resolved)) {
            return new Unchanged(disputeId);
        }
        if (dispute.status() != DisputeStatus.OPEN) {
            return new Conflict(
                    "The dispute is %s already.".formatted(dispute.status().wireName()));
        }
        return new Changed(
                payment.withDispute(resolved), disputeId, won ? EventType.DISPUTE_WON : EventType.DISPUTE_LOST);
    }
}
