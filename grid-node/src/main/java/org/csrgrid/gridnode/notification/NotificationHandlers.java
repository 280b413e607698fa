package org.csrgrid.gridnode.notification;

import com.hazelcast.core.HazelcastInstance;
import java.time.Clock;
import java.util.List;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.donation.DonationGrid;
import org.csrgrid.grid.user.UserGrid;
import org.csrgrid.gridnode.job.JobHandler;
import org.csrgrid.gridnode.mail.MailDelivery;
import org.csrgrid.gridnode.mail.MailTransport;
import org.csrgrid.gridnode.mail.SendEmail;

/** The notifications channel's handlers, wired together. */
public final class NotificationHandlers {

    private final List<JobHandler<?>> handlers;
    private final DonationNews news;

    public NotificationHandlers(
            HazelcastInstance grid, DonationGrid donations, MailTransport transport, Settings settings, Clock clock) {
        CampaignGrid campaigns = new CampaignGrid(grid);
        UserGrid users = new UserGrid(grid);
        ToldMilestones told = new ToldMilestones(grid);
        Letters letters = new Letters(new Templates(), SiteLinks.of(settings));
        MailDelivery delivery = new MailDelivery(transport);
        news = new DonationNews(
                campaigns, told, settings.notifications(), settings.retention().confirmations(), clock);
        handlers = List.of(
                new SendEmail(delivery),
                new SendAccountMail(users, letters, delivery),
                new SendPaymentConfirmation(donations, campaigns, users, letters, delivery),
                new SendMilestone(campaigns, users, told, letters, delivery, clock),
                new NotifyAdmins(donations, campaigns, users, letters, clock),
                new JobFailed(clock));
    }

    public List<JobHandler<?>> handlers() {
        return handlers;
    }

    /** What the payments' handlers ask whom to tell. */
    public DonationNews news() {
        return news;
    }
}
