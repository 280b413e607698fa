package org.csrgrid.gridnode.donation;

import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.Refund;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.job.PaymentJobs;
import org.csrgrid.gridnode.job.JobHandler;

/** Brings a donation up to date with its ledger and its gateway, whatever a crash or a webhook that never came left undone. */
final class SettleDonation implements JobHandler {

    private final PaymentSteps steps;

    SettleDonation(PaymentSteps steps) {
        this.steps = steps;
    }

    @Override
    public String name() {
        return PaymentJobs.SETTLE_DONATION;
    }

    @Override
    public void run(Job job) {
        DonationKey key = PaymentSteps.key(job.payload());
        Donation donation = steps.catchUp(key);
        if (donation.payment() != null) {
            donation = steps.reconcile(key, steps.gatewayOf(donation).fetch(donation));
        } else if (donation.status().isOpen()) {
            donation = steps.startPayment(key, donation);
        }
        for (Refund refund : donation.refunds()) {
            if (refund.status() == Refund.Status.PENDING) {
                donation = steps.sendRefund(key, donation, refund);
            }
        }
    }
}
