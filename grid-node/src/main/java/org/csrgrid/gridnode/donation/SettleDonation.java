package org.csrgrid.gridnode.donation;

import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.Refund;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.grid.job.PaymentJobs;
import org.csrgrid.gridnode.job.JobContext;
import org.csrgrid.gridnode.job.JobHandler;
import org.csrgrid.gridnode.notification.DonationNews;

/** Brings a donation up to date with its ledger and its gateway, whatever a crash or a webhook that never came left undone. */
final class SettleDonation implements JobHandler<PaymentJobs.DonationWork> {

    private final PaymentSteps steps;
    private final DonationNews news;

    SettleDonation(PaymentSteps steps, DonationNews news) {
        this.steps = steps;
        this.news = news;
    }

    @Override
    public JobType<PaymentJobs.DonationWork> type() {
        return PaymentJobs.SETTLE_DONATION;
    }

    @Override
    public void run(PaymentJobs.DonationWork work, JobContext context) {
        DonationKey key = PaymentSteps.key(work.donationId());
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
        news.follow(donation, context);
    }
}
