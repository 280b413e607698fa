package org.csrgrid.gridnode.payment;

import java.util.List;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.PaymentMethod;
import org.csrgrid.domain.donation.Refund;
import org.csrgrid.domain.money.Money;
import org.csrgrid.domain.payment.PaymentSnapshot;
import org.csrgrid.domain.payment.PaymentSnapshot.GatewayRefund;
import org.csrgrid.grid.donation.DonationKey;

/**
 * Payroll and corporate accounts: the employer owes the money from the moment the pledge is processed and nobody outside has to be asked, so what "the
 * gateway" says follows from the donation itself.
 */
final class EmployerGateway implements GatewayClient {

    private final PaymentMethod method;

    EmployerGateway(PaymentMethod method) {
        this.method = method;
    }

    @Override
    public String name() {
        return method.jsonName();
    }

    @Override
    public PaymentSnapshot create(Donation donation) {
        return fetch(donation);
    }

    @Override
    public PaymentSnapshot fetch(Donation donation) {
        String reference = DonationKey.of(donation).toString();
        PaymentSnapshot.Status status =
                switch (donation.status()) {
                    case FAILED -> PaymentSnapshot.Status.FAILED;
                    case CANCELLED -> PaymentSnapshot.Status.CANCELLED;
                    default -> PaymentSnapshot.Status.SUCCEEDED;
                };
        return new PaymentSnapshot(
                name(), reference, reference, status, donation.amount(), null, null, refunds(donation), null);
    }

    private static List<GatewayRefund> refunds(Donation donation) {
        return donation.refunds().stream()
                .filter(refund -> refund.gatewayId() != null)
                .map(EmployerGateway::refund)
                .toList();
    }

    private static GatewayRefund refund(Refund refund) {
        return new GatewayRefund(
                String.valueOf(refund.gatewayId()),
                refund.amount(),
                GatewayRefund.Status.valueOf(refund.status().name()),
                Long.toString(refund.requestId()),
                refund.reason());
    }

    @Override
    public PaymentSnapshot cancel(Donation donation) {
        return fetch(donation);
    }

    @Override
    public PaymentSnapshot refund(Donation donation, Money amount, String reference) {
        return fetch(donation)
                .withRefund(new GatewayRefund(
                        name() + "-" + reference, amount, GatewayRefund.Status.SUCCEEDED, reference, null));
    }

    @Override
    public PaymentSnapshot parseEvent(String body) {
        throw new IllegalArgumentException(name() + " sends no events");
    }
}
