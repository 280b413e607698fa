package org.csrgrid.gridnode.donation;

import org.csrgrid.domain.donation.Donation;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.grid.job.PaymentJobs;
import org.csrgrid.gridnode.job.JobContext;
import org.csrgrid.gridnode.job.JobHandler;

/** Starts the payment of a pledged donation. */
final class ProcessDonation implements JobHandler<PaymentJobs.DonationWork> {

    private final PaymentSteps steps;

    ProcessDonation(PaymentSteps steps) {
        this.steps = steps;
    }

    @Override
    public JobType<PaymentJobs.DonationWork> type() {
        return PaymentJobs.PROCESS_DONATION;
    }

    @Override
    public void run(PaymentJobs.DonationWork work, JobContext context) {
        DonationKey key = PaymentSteps.key(work.donationId());
        Donation donation = steps.donation(key);
        if (donation.status().isOpen()) {
            steps.startPayment(key, donation);
        } else {
            steps.catchUp(key);
        }
    }
}
