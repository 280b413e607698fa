package org.csrgrid.gridnode.donation;

import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.payment.PaymentEvent;
import org.csrgrid.domain.payment.PaymentSnapshot;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.grid.job.PaymentJobs;
import org.csrgrid.grid.payment.EventKey;
import org.csrgrid.gridnode.job.JobContext;
import org.csrgrid.gridnode.job.JobHandler;
import org.csrgrid.gridnode.job.JobRejectedException;
import org.csrgrid.gridnode.notification.DonationNews;
import org.csrgrid.gridnode.payment.Gateways;
import org.csrgrid.gridnode.payment.InboxEvents;

/** Works off a gateway's event. Which event it is does not matter: each carries the payment's whole state. */
final class ProcessPaymentEvent implements JobHandler<PaymentJobs.EventWork> {

    private final PaymentSteps steps;
    private final DonationNews news;
    private final Gateways gateways;
    private final InboxEvents inbox;

    ProcessPaymentEvent(PaymentSteps steps, DonationNews news, Gateways gateways, InboxEvents inbox) {
        this.steps = steps;
        this.news = news;
        this.gateways = gateways;
        this.inbox = inbox;
    }

    @Override
    public JobType<PaymentJobs.EventWork> type() {
        return PaymentJobs.PROCESS_PAYMENT_EVENT;
    }

    @Override
    public void run(PaymentJobs.EventWork work, JobContext context) {
        EventKey key = new EventKey(work.gateway(), work.eventId());
        PaymentEvent event = inbox.find(key)
                .orElseThrow(() -> new JobRejectedException("event: %s (expected: one in the inbox)".formatted(key)));
        PaymentSnapshot snapshot = gateways.named(event.gateway()).parseEvent(event.body());
        Donation settled = steps.reconcile(PaymentSteps.key(snapshot.reference()), snapshot);
        inbox.processed(key);
        news.follow(settled, context);
    }
}
