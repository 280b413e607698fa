package org.csrgrid.sandbox.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A payment at one moment; each change is a new record with the next revision.
 *
 * @param refunds oldest first
 * @param failureReason null unless it failed
 * @param dispute null if there never was one
 * @param revision 1 at creation, one more with each change
 */
public record Payment(
        String id,
        PaymentRequest request,
        PaymentStatus status,
        @Nullable String failureReason,
        Instant createdAt,
        List<Refund> refunds,
        @Nullable Dispute dispute,
        int revision) {

    public Payment {
        refunds = List.copyOf(refunds);
    }

    static Payment created(String id, PaymentRequest request, PaymentStatus status, Instant createdAt) {
        return new Payment(id, request, status, null, createdAt, List.of(), null, 1);
    }

    public Money amount() {
        return request.amount();
    }

    public Behaviour behaviour() {
        return Behaviour.of(amount());
    }

    /** The whole amount once succeeded, zero before; refunds and disputes do not lower it. */
    public Money captured() {
        return status == PaymentStatus.SUCCEEDED ? amount() : amount().of(0);
    }

    public Optional<Refund> refund(String refundId) {
        return refunds.stream().filter(refund -> refund.id().equals(refundId)).findFirst();
    }

    /** Captured less refunds that are pending or succeeded, less a dispute that is open or lost; in minor units. */
    long remainingMinorUnits() {
        long refunded = refunds.stream()
                .filter(Refund::takesMoney)
                .mapToLong(refund -> refund.amount().minorUnits())
                .sum();
        long disputed = dispute == null || dispute.status() == DisputeStatus.WON
                ? 0
                : dispute.amount().minorUnits();
        return captured().minorUnits() - refunded - disputed;
    }

    Payment withStatus(PaymentStatus next, @Nullable String reason) {
        return new Payment(id, request, next, reason, createdAt, refunds, dispute, revision + 1);
    }

    Payment withNewRefund(Refund refund) {
        List<Refund> more = new ArrayList<>(refunds);
        more.add(refund);
        return new Payment(id, request, status, failureReason, createdAt, more, dispute, revision + 1);
    }

    Payment withRefund(String refundId, UnaryOperator<Refund> change) {
        List<Refund> changed = refunds.stream()
                .map(refund -> refund.id().equals(refundId) ? change.apply(refund) : refund)
                .toList();
        return new Payment(id, request, status, failureReason, createdAt, changed, dispute, revision + 1);
    }

    Payment withDispute(Dispute next) {
        return new Payment(id, request, status, failureReason, createdAt, refunds, next, revision + 1);
    }
}
