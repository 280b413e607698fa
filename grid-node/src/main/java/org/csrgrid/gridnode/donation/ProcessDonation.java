package org.csrgrid.gridnode.donation;

import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.job.PaymentJobs;
import org.csrgrid.gridnode.job.JobHandler;

/** Starts the payment of a pledged donation. */
final class ProcessDonation implements JobHandler {

    private final PaymentSteps steps;

    ProcessDonation(PaymentSteps steps) {
        this.steps = steps;
    }

    @Override
    public String name() {
        return PaymentJobs.PROCESS_DONATION;
    }

    @Override
    public void run(Job job) {
        DonationKey key = PaymentSteps.key(job.payload());
        Donation donation = steps.donation(key);
        if (donation.status().isOpen()) {
            steps.startPayment(key, donation);
        } else {
            steps.catchUp(key);
        }
    }
}
