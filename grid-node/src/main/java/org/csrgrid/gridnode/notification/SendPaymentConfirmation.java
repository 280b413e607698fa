package org.csrgrid.gridnode.notification;

import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.donation.DonationGrid;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.grid.notification.NotificationJobs;
import org.csrgrid.grid.user.UserGrid;
import org.csrgrid.gridnode.job.JobContext;
import org.csrgrid.gridnode.job.JobHandler;
import org.csrgrid.gridnode.job.JobRejectedException;
import org.csrgrid.gridnode.mail.MailDelivery;

/** Thanks the donor of a captured donation, also one whose name nobody else may see. */
final class SendPaymentConfirmation implements JobHandler<NotificationJobs.ConfirmationWork> {

    private final DonationGrid donations;
    private final CampaignGrid campaigns;
    private final UserGrid users;
    private final Letters letters;
    private final MailDelivery delivery;

    SendPaymentConfirmation(
            DonationGrid donations, CampaignGrid campaigns, UserGrid users, Letters letters, MailDelivery delivery) {
        this.donations = donations;
        this.campaigns = campaigns;
        this.users = users;
        this.letters = letters;
        this.delivery = delivery;
    }

    @Override
    public JobType<NotificationJobs.ConfirmationWork> type() {
        return NotificationJobs.SEND_PAYMENT_CONFIRMATION;
    }

    @Override
    public void run(NotificationJobs.ConfirmationWork work, JobContext context) throws InterruptedException {
        Donation donation = DonationKey.parse(work.donationId())
                .flatMap(donations::find)
                .filter(found -> found.completedAt() != null)
                .orElseThrow(() -> new JobRejectedException(
                        "donation: \"%s\" (expected: one that was captured)".formatted(work.donationId())));
        Campaign campaign = campaigns
                .find(donation.campaignId())
                .orElseThrow(() -> new JobRejectedException(
                        "campaign: %d (expected: one that exists)".formatted(donation.campaignId())));
        User donor = users.find(donation.donorId()).orElse(null);
        if (donor == null || donor.status() != User.Status.ACTIVE) {
            context.log("not sent: the donor has no active log-in any more");
            return;
        }
        delivery.deliver(letters.confirmation(donation, campaign, donor), context);
    }
}
