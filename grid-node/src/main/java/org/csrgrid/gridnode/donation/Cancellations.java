package org.csrgrid.gridnode.donation;

import java.time.Clock;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.DonationStatus;
import org.csrgrid.domain.payment.PaymentSnapshot;
import org.csrgrid.grid.donation.CancelDonation;
import org.csrgrid.grid.donation.CancelOutcome;
import org.csrgrid.grid.donation.DonationGrid;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.job.JobGrid;
import org.csrgrid.grid.job.PaymentJobs;

/** Answers {@link CancelDonation}: at the gateway first if a payment was created there, so that it cannot be captured afterwards. */
final class Cancellations {

    private final DonationGrid donations;
    private final Settlement settlement;
    private final PaymentSteps steps;
    private final JobGrid jobs;
    private final Clock clock;

    Cancellations(DonationGrid donations, Settlement settlement, PaymentSteps steps, JobGrid jobs, Clock clock) {
        this.donations = donations;
        this.settlement = settlement;
        this.steps = steps;
        this.jobs = jobs;
        this.clock = clock;
    }

    CancelOutcome cancel(CancelDonation request) {
        Donation donation = donations.find(request.donation()).orElse(null);
        if (donation == null) {
            return new CancelOutcome.DonationNotFound();
        }
        if (!donation.status().isOpen()) {
            return answer(donation);
        }
        SettlementOutcome outcome = donation.payment() == null
                ? settlement.settle(request.donation(), Intent.cancel(request.actorId()), null)
                : settlement.reconcile(
                        request.donation(), steps.gatewayOf(donation).cancel(donation));
        return switch (outcome) {
            case SettlementOutcome.Settled settled -> answer(followed(request.donation(), settled.donation()));
            case SettlementOutcome.StrayToReturn stray -> answer(stray.donation());
            case SettlementOutcome.Busy _ -> new CancelOutcome.Busy();
            case SettlementOutcome.DonationNotFound _ -> new CancelOutcome.DonationNotFound();
            case SettlementOutcome.Mismatch _ -> new CancelOutcome.NotCancellable(donation.status());
        };
    }

    /** The payment may turn out to be captured: whom to tell of that is the business of a job. */
    private Donation followed(DonationKey key, Donation settled) {
        if (settled.completedAt() != null) {
            jobs.enqueue(PaymentJobs.settleDonation(key, clock.instant()));
        }
        return settled;
    }

    private SettlementOutcome reconcile(DonationKey key, PaymentSnapshot snapshot) {
        return settlement.settlePatiently(key, Intent.reconcile(snapshot), snapshot);
    }

    private static CancelOutcome answer(Donation donation) {
        if (donation.status() == DonationStatus.CANCELLED) {
            return new CancelOutcome.Cancelled(donation);
        }
        return donation.status().isOpen()
                ? new CancelOutcome.Busy()
                : new CancelOutcome.NotCancellable(donation.status());
    }
}
