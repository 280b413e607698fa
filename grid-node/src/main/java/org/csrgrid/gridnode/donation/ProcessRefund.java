package org.csrgrid.gridnode.donation;

import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.Refund;
import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.job.PaymentJobs;
import org.csrgrid.gridnode.job.JobHandler;

/** Asks the gateway to send reserved money back. The ledger entry's id is the gateway's idempotency key. */
final class ProcessRefund implements JobHandler {

    private final PaymentSteps steps;

    ProcessRefund(PaymentSteps steps) {
        this.steps = steps;
    }

    @Override
    public String name() {
        return PaymentJobs.PROCESS_REFUND;
    }

    @Override
    public void run(Job job) {
        int space = job.payload().indexOf(' ');
        DonationKey key = PaymentSteps.key(job.payload().substring(0, space));
        long requestId = Long.parseLong(job.payload().substring(space + 1));
        Donation donation = steps.catchUp(key);
        donation.refundRequestedBy(requestId)
                .filter(refund -> refund.status() == Refund.Status.PENDING)
                .ifPresent(refund -> steps.sendRefund(key, donation, refund));
    }
}
