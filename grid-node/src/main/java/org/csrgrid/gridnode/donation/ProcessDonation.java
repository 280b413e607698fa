package org.csrgrid.gridnode.donation;

import org.csrgrid.domain.donation.Donation;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.grid.job.PaymentJobs;
import org.csrgrid.gridnode.job.JobContext;
import org.csrgrid.gridnode.job.JobHandler;
import org.csrgrid.gridnode.notification.DonationNews;

/** Starts the payment of a pledged donation. */
final class ProcessDonation implements JobHandler<PaymentJobs.DonationWork> {

    private final PaymentSteps steps;
    private final DonationNews news;

    ProcessDonation(PaymentSteps steps, DonationNews news) {
        this.steps = steps;
        this.news = news;
    }

    @Override
    public JobType<PaymentJobs.DonationWork> type() {
        return PaymentJobs.PROCESS_DONATION;
    }

    @Override
    public void run(PaymentJobs.DonationWork work, JobContext context) {
        DonationKey key = PaymentSteps.key(work.donationId());
        Donation donation = steps.donation(key);
        Donation settled = donation.status().isOpen() ? steps.startPayment(key, donation) : steps.catchUp(key);
        news.follow(settled, context);
    }
}
