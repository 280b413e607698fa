package org.csrgrid.domain.payment;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.csrgrid.domain.donation.Refund;
import org.csrgrid.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * All a gateway knows about one payment at one moment, in our words. Every gateway's webhook or fetch is translated to this, so that processing never
 * depends on which event arrived first.
 *
 * @param reference what we called the payment when creating it: the donation's public id
 * @param checkoutUrl where the donor has to go while it requires action
 */
public record PaymentSnapshot(
        String gateway,
        String paymentId,
        String reference,
        Status status,
        Money amount,
        @Nullable String failureReason,
        @Nullable String checkoutUrl,
        List<GatewayRefund> refunds,
        @Nullable GatewayDispute dispute) {

    public PaymentSnapshot {
        requireNonNull(status, "status is null");
        refunds = List.copyOf(refunds);
    }

    /** Whether the money may still be captured. */
    public boolean isOpen() {
        return status == Status.REQUIRES_ACTION || status == Status.PROCESSING;
    }

    /** All that the gateway sent back. */
    public Money refunded() {
        Money sum = Money.zero(amount.currency());
        for (GatewayRefund refund : refunds) {
            sum = refund.status() == GatewayRefund.Status.SUCCEEDED ? sum.plus(refund.amount()) : sum;
        }
        return sum;
    }

    /** The same with one more refund, which the gateway refused to start. */
    public PaymentSnapshot withRefusedRefund(Refund refund, String why) {
        String reference = Long.toString(refund.requestId());
        return withRefund(new GatewayRefund(
                "refused-" + reference, refund.amount(), GatewayRefund.Status.FAILED, reference, why));
    }

    public PaymentSnapshot withRefund(GatewayRefund refund) {
        var all = new ArrayList<>(refunds);
        all.add(refund);
        return new PaymentSnapshot(
                gateway, paymentId, reference, status, amount, failureReason, checkoutUrl, all, dispute);
    }

    public enum Status {
        REQUIRES_ACTION,
        PROCESSING,
        SUCCEEDED,
        FAILED,
        CANCELLED
    }

    /** @param requestReference the idempotency key we asked for it with, or null if the gateway refunded on its own */
    public record GatewayRefund(
            String id,
            Money amount,
            Status status,
            @Nullable String requestReference,
            @Nullable String failureReason) {

        public enum Status {
            PENDING,
            SUCCEEDED,
            FAILED
        }
    }

    public record GatewayDispute(String id, Money amount, Status status) {

        public enum Status {
            OPEN,
            WON,
            LOST
        }
    }
}
