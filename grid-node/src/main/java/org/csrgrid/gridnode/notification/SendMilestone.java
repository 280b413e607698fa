package org.csrgrid.gridnode.notification;

import java.time.Clock;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.grid.notification.NotificationJobs;
import org.csrgrid.grid.user.UserGrid;
import org.csrgrid.gridnode.job.JobContext;
import org.csrgrid.gridnode.job.JobHandler;
import org.csrgrid.gridnode.job.JobRejectedException;
import org.csrgrid.gridnode.live.LiveNews;
import org.csrgrid.gridnode.mail.MailDelivery;

/** Tells the organizer that the campaign reached a mark, and has the administrators told. */
final class SendMilestone implements JobHandler<NotificationJobs.MilestoneWork> {

    private final CampaignGrid campaigns;
    private final UserGrid users;
    private final ToldMilestones told;
    private final Letters letters;
    private final MailDelivery delivery;
    private final LiveNews live;
    private final Clock clock;

    SendMilestone(
            CampaignGrid campaigns,
            UserGrid users,
            ToldMilestones told,
            Letters letters,
            MailDelivery delivery,
            LiveNews live,
            Clock clock) {
        this.campaigns = campaigns;
        this.users = users;
        this.told = told;
        this.letters = letters;
        this.delivery = delivery;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public JobType<NotificationJobs.MilestoneWork> type() {
        return NotificationJobs.SEND_MILESTONE;
    }

    @Override
    public void run(NotificationJobs.MilestoneWork work, JobContext context) throws InterruptedException {
        Campaign campaign = campaigns.find(work.campaignId()).orElseThrow(() -> unknown(work));
        CampaignTotals totals = campaigns.totals(work.campaignId()).orElseThrow(() -> unknown(work));
        told.add(work.campaignId(), work.percent());
        context.followUp(NotificationJobs.milestoneReached(work.campaignId(), work.percent(), clock.instant()));
        live.milestone(campaign.organizerId(), work.campaignId(), work.percent());
        User organizer = users.find(campaign.organizerId()).orElse(null);
        if (organizer == null || organizer.status() != User.Status.ACTIVE) {
            context.log("not sent: the organizer has no active log-in any more");
            return;
        }
        delivery.deliver(letters.milestone(campaign, totals, work.percent(), organizer), context);
    }

    private static JobRejectedException unknown(NotificationJobs.MilestoneWork work) {
        return new JobRejectedException("campaign: %d (expected: one that exists)".formatted(work.campaignId()));
    }
}
