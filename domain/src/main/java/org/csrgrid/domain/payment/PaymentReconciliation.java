package org.csrgrid.domain.payment;

import java.util.Optional;
import org.csrgrid.domain.donation.Dispute;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.Refund;
import org.csrgrid.domain.donation.StrayPayment;
import org.csrgrid.domain.ledger.EntryDraft;
import org.csrgrid.domain.ledger.LedgerKind;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.payment.PaymentSnapshot.GatewayDispute;
import org.csrgrid.domain.payment.PaymentSnapshot.GatewayRefund;

/**
 * Compares a donation with what the gateway says and names the next missing money fact. Because it looks at states and not at events, an event that
 * comes twice, late or out of order has nothing left to add.
 */
public final class PaymentReconciliation {

    private PaymentReconciliation() {}

    /** One fact at a time: append it, apply it to the donation, and ask again until {@link NextFact.UpToDate}. */
    public static NextFact next(Donation donation, PaymentSnapshot snapshot, EntryDraft draft) {
        if (!snapshot.amount().equals(donation.amount())) {
            return new NextFact.Mismatch(
                    "amount: %s at the gateway (expected: %s)".formatted(snapshot.amount(), donation.amount()));
        }
        if (donation.payment() != null && !donation.payment().paymentId().equals(snapshot.paymentId())) {
            return new NextFact.Mismatch("payment: %s (expected: %s)"
                    .formatted(snapshot.paymentId(), donation.payment().paymentId()));
        }
        return switch (snapshot.status()) {
            case REQUIRES_ACTION, PROCESSING -> new NextFact.UpToDate();
            case FAILED -> closing(donation, snapshot, draft, LedgerKind.PAYMENT_FAILED);
            case CANCELLED -> closing(donation, snapshot, draft, LedgerKind.CANCELLED);
            case SUCCEEDED -> succeeded(donation, snapshot, draft);
        };
    }

    private static NextFact closing(Donation donation, PaymentSnapshot snapshot, EntryDraft draft, LedgerKind kind) {
        if (!donation.status().isOpen()) {
            return new NextFact.UpToDate();
        }
        String reason = Optional.ofNullable(snapshot.failureReason())
                .orElse(kind == LedgerKind.CANCELLED ? "cancelled at the gateway" : "declined");
        return new NextFact.Append(draft.of(kind)
                .at(snapshot.gateway(), snapshot.paymentId())
                .because(reason)
                .build());
    }

    private static NextFact succeeded(Donation donation, PaymentSnapshot snapshot, EntryDraft draft) {
        if (donation.status().isOpen()) {
            return new NextFact.Append(draft.of(LedgerKind.CAPTURED)
                    .at(snapshot.gateway(), snapshot.paymentId())
                    .once("captured:" + snapshot.gateway() + ":" + snapshot.paymentId())
                    .build());
        }
        if (donation.completedAt() == null) {
            return stray(donation, snapshot, draft);
        }
        for (GatewayRefund refund : snapshot.refunds()) {
            Optional<NextFact> missing = refundFact(donation, snapshot, refund, draft);
            if (missing.isPresent()) {
                return missing.get();
            }
        }
        return snapshot.dispute() == null
                ? new NextFact.UpToDate()
                : disputeFact(donation, snapshot, snapshot.dispute(), draft);
    }

    private static NextFact stray(Donation donation, PaymentSnapshot snapshot, EntryDraft draft) {
        return switch (donation.stray()) {
            case REFUNDED -> new NextFact.UpToDate();
            case NONE ->
                new NextFact.Append(draft.of(LedgerKind.STRAY_CAPTURED)
                        .at(snapshot.gateway(), snapshot.paymentId())
                        .once("captured:" + snapshot.gateway() + ":" + snapshot.paymentId())
                        .because("captured after the donation was closed")
                        .build());
            case CAPTURED -> {
                Money returned = donation.amount()
                        .withMinorUnits(snapshot.refunds().stream()
                                .filter(refund -> refund.status() == GatewayRefund.Status.SUCCEEDED)
                                .mapToLong(refund -> refund.amount().minorUnits())
                                .sum());
                yield returned.equals(donation.amount())
                        ? new NextFact.Append(draft.of(LedgerKind.STRAY_REFUNDED)
                                .at(snapshot.gateway(), snapshot.paymentId())
                                .build())
                        : new NextFact.ReturnStray();
            }
        };
    }

    private static Optional<NextFact> refundFact(
            Donation donation, PaymentSnapshot snapshot, GatewayRefund refund, EntryDraft draft) {
        boolean known = donation.refunds().stream().anyMatch(ours -> refund.id().equals(ours.gatewayId()));
        if (known || refund.status() == GatewayRefund.Status.PENDING || donation.stray() != StrayPayment.NONE) {
            return Optional.empty();
        }
        long requestId = requestOf(donation, refund);
        if (refund.status() == GatewayRefund.Status.FAILED) {
            return requestId == 0
                    ? Optional.empty()
                    : Optional.of(new NextFact.Append(draft.of(LedgerKind.REFUND_FAILED)
                            .amount(refund.amount(), donation.campaignShareOf(refund.amount()))
                            .at(snapshot.gateway(), refund.id())
                            .answering(requestId)
                            .because(Optional.ofNullable(refund.failureReason()).orElse("refused by the gateway"))
                            .build()));
        }
        if (refund.amount().compareTo(donation.amount().minus(donation.refunded())) > 0) {
            return Optional.of(new NextFact.Mismatch("refund %s: %s (expected: <= what is captured and not refunded)"
                    .formatted(refund.id(), refund.amount())));
        }
        return Optional.of(new NextFact.Append(draft.of(LedgerKind.REFUNDED)
                .amount(refund.amount(), donation.campaignShareOf(refund.amount()))
                .at(snapshot.gateway(), refund.id())
                .once("refunded:" + snapshot.gateway() + ":" + refund.id())
                .answering(requestId)
                .build()));
    }

    private static long requestOf(Donation donation, GatewayRefund refund) {
        return donation.refunds().stream()
                .filter(ours -> ours.status() == Refund.Status.PENDING)
                .filter(ours -> Long.toString(ours.requestId()).equals(refund.requestReference()))
                .mapToLong(Refund::requestId)
                .findFirst()
                .orElse(0);
    }

    private static NextFact disputeFact(
            Donation donation, PaymentSnapshot snapshot, GatewayDispute dispute, EntryDraft draft) {
        Dispute ours = donation.dispute();
        EntryDraft.Of fact = draft.of(
                ours == null
                        ? LedgerKind.DISPUTED
                        : dispute.status() == GatewayDispute.Status.LOST
                                ? LedgerKind.DISPUTE_LOST
                                : LedgerKind.DISPUTE_WON);
        boolean answered = ours != null
                && (ours.status() != Dispute.Status.OPEN || dispute.status() == GatewayDispute.Status.OPEN);
        boolean nothingLeft = ours == null && !donation.status().isRefundable();
        if (answered || nothingLeft) {
            return new NextFact.UpToDate();
        }
        Money amount = donation.amount().minus(donation.refunded());
        return new NextFact.Append(fact.amount(amount, donation.campaignShareOf(amount))
                .at(snapshot.gateway(), dispute.id())
                .build());
    }
}
