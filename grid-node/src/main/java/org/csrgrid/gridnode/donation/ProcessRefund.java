package org.csrgrid.gridnode.donation;

import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.Refund;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.grid.job.PaymentJobs;
import org.csrgrid.gridnode.job.JobContext;
import org.csrgrid.gridnode.job.JobHandler;
import org.csrgrid.gridnode.notification.DonationNews;

/** Asks the gateway to send reserved money back. The ledger entry's id is the gateway's idempotency key. */
final class ProcessRefund implements JobHandler<PaymentJobs.RefundWork> {

    private final PaymentSteps steps;
    private final DonationNews news;

    ProcessRefund(PaymentSteps steps, DonationNews news) {
        this.steps = steps;
        this.news = news;
    }

    @Override
    public JobType<PaymentJobs.RefundWork> type() {
        return PaymentJobs.PROCESS_REFUND;
    }

    @Override
    public void run(PaymentJobs.RefundWork work, JobContext context) {
        DonationKey key = PaymentSteps.key(work.donationId());
        Donation donation = steps.catchUp(key);
        Donation settled = donation.refundRequestedBy(work.requestEntryId())
                .filter(refund -> refund.status() == Refund.Status.PENDING)
                .map(refund -> steps.sendRefund(key, donation, refund))
                .orElse(donation);
        news.follow(settled, context);
    }
}
