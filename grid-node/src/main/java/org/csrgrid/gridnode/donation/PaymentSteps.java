package org.csrgrid.gridnode.donation;

import java.time.Duration;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.DonationStatus;
import org.csrgrid.domain.donation.Refund;
import org.csrgrid.domain.payment.PaymentSnapshot;
import org.csrgrid.grid.donation.DonationGrid;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.gridnode.job.JobPostponedException;
import org.csrgrid.gridnode.job.JobRejectedException;
import org.csrgrid.gridnode.payment.GatewayClient;
import org.csrgrid.gridnode.payment.GatewayRefusedException;
import org.csrgrid.gridnode.payment.Gateways;

/** What the jobs of the payments channel have in common. Every step bears a repeat. */
final class PaymentSteps {

    private static final Duration BUSY = Duration.ofSeconds(1);
    private static final Duration STRAY = Duration.ofSeconds(30);

    private final DonationGrid donations;
    private final Settlement settlement;
    private final Gateways gateways;

    PaymentSteps(DonationGrid donations, Settlement settlement, Gateways gateways) {
        this.donations = donations;
        this.settlement = settlement;
        this.gateways = gateways;
    }

    Donation donation(DonationKey key) {
        return donations
                .find(key)
                .orElseThrow(() -> new JobRejectedException("donation: %s (expected: one that exists)".formatted(key)));
    }

    GatewayClient gatewayOf(Donation donation) {
        return donation.payment() == null
                ? gateways.forMethod(donation.pledge().method())
                : gateways.named(donation.payment().gateway());
    }

    /** Creates the payment, or finds the one created before, and takes in what the gateway says of it. */
    Donation startPayment(DonationKey key, Donation donation) {
        GatewayClient gateway = gatewayOf(donation);
        PaymentSnapshot snapshot = gateway.create(donation);
        Donation after = reconcile(key, snapshot);
        boolean cancelledMeanwhile = after.status() == DonationStatus.CANCELLED && snapshot.isOpen();
        return cancelledMeanwhile
                ? reconcile(key, gateway.cancel(after.withReference(gateway.name(), snapshot.paymentId())))
                : after;
    }

    /** Asks the gateway for a refund the ledger has reserved; its refusal is an answer too. */
    Donation sendRefund(DonationKey key, Donation donation, Refund refund) {
        GatewayClient gateway = gatewayOf(donation);
        try {
            return reconcile(key, gateway.refund(donation, refund.amount(), Long.toString(refund.requestId())));
        } catch (GatewayRefusedException refused) {
            PaymentSnapshot snapshot = gateway.fetch(donation);
            return reconcile(key, snapshot.withRefusedRefund(refund, String.valueOf(refused.getMessage())));
        }
    }

    /** Takes in what the gateway says; money that came too late is sent back. */
    Donation reconcile(DonationKey key, PaymentSnapshot snapshot) {
        return switch (settlement.reconcile(key, snapshot)) {
            case SettlementOutcome.Settled settled -> settled.donation();
            case SettlementOutcome.StrayToReturn stray -> returnStray(key, stray.donation(), snapshot);
            case SettlementOutcome.Mismatch mismatch -> throw new JobRejectedException(mismatch.reason());
            case SettlementOutcome.Busy _ -> throw new JobPostponedException("another worker settles " + key, BUSY);
            case SettlementOutcome.DonationNotFound _ ->
                throw new JobRejectedException("donation: %s (expected: one that exists)".formatted(key));
        };
    }

    private Donation returnStray(DonationKey key, Donation donation, PaymentSnapshot snapshot) {
        PaymentSnapshot returned = gateways.named(snapshot.gateway())
                .refund(
                        donation.withReference(snapshot.gateway(), snapshot.paymentId()),
                        donation.amount(),
                        "stray-" + donation.id());
        if (returned.refunded().compareTo(donation.amount()) < 0) {
            throw new JobPostponedException("the gateway has not sent the stray payment back yet", STRAY);
        }
        return reconcile(key, returned);
    }

    /** Works off what the ledger already says. */
    Donation catchUp(DonationKey key) {
        return switch (settlement.catchUp(key)) {
            case SettlementOutcome.Settled settled -> settled.donation();
            case SettlementOutcome.Busy _ -> throw new JobPostponedException("another worker settles " + key, BUSY);
            case SettlementOutcome.DonationNotFound _,
                    SettlementOutcome.StrayToReturn _,
                    SettlementOutcome.Mismatch _ ->
                throw new JobRejectedException("donation: %s (expected: one that exists)".formatted(key));
        };
    }

    static DonationKey key(String publicId) {
        return DonationKey.parse(publicId)
                .orElseThrow(() ->
                        new JobRejectedException("payload: \"%s\" (expected: a donation's id)".formatted(publicId)));
    }
}
