package org.csrgrid.gridnode.donation;

import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.Refund;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.grid.job.PaymentJobs;
import org.csrgrid.gridnode.job.JobContext;
import org.csrgrid.gridnode.job.JobHandler;

/** Asks the gateway to send reserved money back. The ledger entry's id is the gateway's idempotency key. */
final class ProcessRefund implements JobHandler<PaymentJobs.RefundWork> {

    private final PaymentSteps steps;

    ProcessRefund(PaymentSteps steps) {
        this.steps = steps;
    }

    @Override
    public JobType<PaymentJobs.RefundWork> type() {
        return PaymentJobs.PROCESS_REFUND;
    }

    @Override
    public void run(PaymentJobs.RefundWork work, JobContext context) {
        DonationKey key = PaymentSteps.key(work.donationId());
        Donation donation = steps.catchUp(key);
        donation.refundRequestedBy(work.requestEntryId())
                .filter(refund -> refund.status() == Refund.Status.PENDING)
                .ifPresent(refund -> steps.sendRefund(key, donation, refund));
    }
}
