package org.csrgrid.domain.payment;

import java.util.ArrayList;
import java.util.List;
import org.csrgrid.domain.donation.DonationLife;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.payment.PaymentSnapshot.GatewayDispute;
import org.csrgrid.domain.payment.PaymentSnapshot.GatewayRefund;

/** What a gateway knows about one payment, and how we catch up with it. */
final class Gateway {

    static final String PAYMENT = "payment-1";

    private final Money amount;
    private final List<GatewayRefund> refunds = new ArrayList<>();
    private PaymentSnapshot.Status status = PaymentSnapshot.Status.SUCCEEDED;
    private String failureReason;
    private GatewayDispute dispute;

    Gateway(Money amount) {
        this.amount = amount;
    }

    Gateway status(PaymentSnapshot.Status value) {
        status = value;
        return this;
    }

    Gateway because(String reason) {
        failureReason = reason;
        return this;
    }

    /** A refund under way that is reported on again replaces what was said of it before. */
    Gateway refund(String id, long cents, GatewayRefund.Status refundStatus, long requestId) {
        refunds.removeIf(refund -> refund.id().equals(id));
        refunds.add(new GatewayRefund(
                id,
                amount.withMinorUnits(cents),
                refundStatus,
                requestId == 0 ? null : Long.toString(requestId),
                null));
        return this;
    }

    Gateway dispute(GatewayDispute.Status disputeStatus) {
        dispute = new GatewayDispute("dispute-1", amount, disputeStatus);
        return this;
    }

    PaymentSnapshot snapshot() {
        return new PaymentSnapshot("sandbox", PAYMENT, "7-1", status, amount, failureReason, null, refunds, dispute);
    }

    /** Writes what is missing until nothing is, as a worker does; answers what ended it. */
    static NextFact reconcile(DonationLife life, PaymentSnapshot snapshot) {
        for (int steps = 0; steps < 100; steps++) {
            NextFact fact = PaymentReconciliation.next(life.donation(), snapshot, life.draft());
            if (!(fact instanceof NextFact.Append append)) {
                return fact;
            }
            life.append(append.entry());
        }
        throw new AssertionError("no end in sight after 100 entries");
    }
}
