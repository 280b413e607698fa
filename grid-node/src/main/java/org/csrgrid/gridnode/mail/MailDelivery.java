package org.csrgrid.gridnode.mail;

import org.csrgrid.domain.job.Job;
import org.csrgrid.grid.notification.NotificationJobs.EmailWork;
import org.csrgrid.gridnode.job.JobContext;
import org.csrgrid.gridnode.job.JobRejectedException;

/**
 * Sends a job's one mail. At least once: a worker that dies after the server took the mail and before the job was finished sends it again, under the
 * same Message-ID and date, by which mail programs know it.
 */
public final class MailDelivery {

    private final MailTransport transport;

    public MailDelivery(MailTransport transport) {
        this.transport = transport;
    }

    /**
     * @throws JobRejectedException if the mail will never be taken
     * @throws MailUnavailableException if another try may help
     * @throws org.csrgrid.gridnode.job.LeaseLostException if another worker has the job, before anything is sent
     */
    public void deliver(EmailWork email, JobContext context) throws InterruptedException {
        Job job = context.job();
        context.checkpoint();
        try {
            transport.send(new Mail(
                    job.id(),
                    email.toAddress(),
                    email.toName(),
                    email.subject(),
                    email.text(),
                    email.html(),
                    email.language(),
                    job.createdAt()));
        } catch (MailRefusedException refused) {
            throw new JobRejectedException(String.valueOf(refused.getMessage()));
        }
    }
}
