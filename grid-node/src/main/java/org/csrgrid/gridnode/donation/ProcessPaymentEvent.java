package org.csrgrid.gridnode.donation;

import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.payment.PaymentEvent;
import org.csrgrid.domain.payment.PaymentSnapshot;
import org.csrgrid.grid.job.PaymentJobs;
import org.csrgrid.grid.payment.EventKey;
import org.csrgrid.gridnode.job.JobHandler;
import org.csrgrid.gridnode.job.JobRejectedException;
import org.csrgrid.gridnode.payment.Gateways;
import org.csrgrid.gridnode.payment.InboxEvents;

/** Works off a gateway's event. Which event it is does not matter: each carries the payment's whole state. */
final class ProcessPaymentEvent implements JobHandler {

    private final PaymentSteps steps;
    private final Gateways gateways;
    private final InboxEvents inbox;

    ProcessPaymentEvent(PaymentSteps steps, Gateways gateways, InboxEvents inbox) {
        this.steps = steps;
        this.gateways = gateways;
        this.inbox = inbox;
    }

    @Override
    public String name() {
        return PaymentJobs.PROCESS_PAYMENT_EVENT;
    }

    @Override
    public void run(Job job) {
        int space = job.payload().indexOf(' ');
        EventKey key =
                new EventKey(job.payload().substring(0, space), job.payload().substring(space + 1));
        PaymentEvent event = inbox.find(key)
                .orElseThrow(() -> new JobRejectedException("event: %s (expected: one in the inbox)".formatted(key)));
        PaymentSnapshot snapshot = gateways.named(event.gateway()).parseEvent(event.body());
        steps.reconcile(PaymentSteps.key(snapshot.reference()), snapshot);
        inbox.processed(key);
    }
}
