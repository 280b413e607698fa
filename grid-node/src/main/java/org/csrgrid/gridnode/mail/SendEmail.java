package org.csrgrid.gridnode.mail;

import org.csrgrid.grid.job.JobType;
import org.csrgrid.grid.notification.NotificationJobs;
import org.csrgrid.gridnode.job.JobContext;
import org.csrgrid.gridnode.job.JobHandler;

/** Sends a mail that is written already. */
public final class SendEmail implements JobHandler<NotificationJobs.EmailWork> {

    private final MailDelivery delivery;

    public SendEmail(MailDelivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public JobType<NotificationJobs.EmailWork> type() {
        return NotificationJobs.SEND_EMAIL;
    }

    @Override
    public void run(NotificationJobs.EmailWork email, JobContext context) throws InterruptedException {
        delivery.deliver(email, context);
    }
}
