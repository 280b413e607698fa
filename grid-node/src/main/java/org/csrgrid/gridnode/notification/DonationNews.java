package org.csrgrid.gridnode.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.csrgrid.config.settings.NotificationSettings;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.DonationStatus;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.money.Money;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.notification.NotificationJobs;
import org.csrgrid.gridnode.job.JobContext;
import org.csrgrid.gridnode.live.LiveNews;

/**
 * Whom a settled donation gives reason to tell. Decided from what the donation and the campaign's totals are, never from what one run has just done: a run
 * that died after counting is repeated, finds the same, and asks for the same jobs. Their ids say what they are about and they exist once, so asking
 * twice tells once. A run that finds a mark reached asks for it, whosever donation reached it.
 *
 * <p>Once holds as long as the done jobs are remembered: marks for ever, the others for the time given here, after which a donation is no news any more.
 */
public final class DonationNews {

    private final CampaignGrid campaigns;
    private final ToldMilestones told;
    private final LiveNews live;
    private final NotificationSettings settings;
    private final Duration remembered;
    private final Clock clock;

    DonationNews(
            CampaignGrid campaigns,
            ToldMilestones told,
            LiveNews live,
            NotificationSettings settings,
            Duration remembered,
            Clock clock) {
        this.campaigns = campaigns;
        this.told = told;
        this.live = live;
        this.settings = settings;
        this.remembered = remembered;
        this.clock = clock;
    }

    /** Has everybody told when the attempt succeeds. Call it last, with the donation as it is settled. */
    public void follow(Donation donation, JobContext context) {
        due(donation).forEach(context::followUp);
        if (donation.completedAt() == null && !donation.status().isOpen()) {
            live.moved(donation);
        }
    }

    /** The jobs that must exist, whether they do already or not. */
    List<Job> due(Donation donation) {
        Instant now = clock.instant();
        Instant oldest = now.minus(remembered);
        DonationKey key = DonationKey.of(donation);
        var jobs = new ArrayList<Job>();
        if (donation.status() == DonationStatus.FAILED && donation.updatedAt().isAfter(oldest)) {
            jobs.add(NotificationJobs.paymentFailed(key, donation.updatedAt(), now));
        }
        if (donation.completedAt() == null) {
            return jobs;
        }
        if (donation.completedAt().isAfter(oldest)) {
            captured(donation, now).forEach(jobs::add);
        }
        milestones(donation.campaignId())
                .map(percent -> NotificationJobs.sendMilestone(donation.campaignId(), percent, now))
                .forEach(jobs::add);
        return jobs;
    }

    private Stream<Job> captured(Donation donation, Instant now) {
        DonationKey key = DonationKey.of(donation);
        long large = settings.largeDonationMinor();
        boolean isLarge = large > 0 && donation.campaignAmount().minorUnits() >= large;
        return Stream.concat(
                settings.confirmPayments()
                        ? Stream.of(NotificationJobs.sendPaymentConfirmation(key, now))
                        : Stream.empty(),
                isLarge ? Stream.of(NotificationJobs.largeDonation(key, now)) : Stream.empty());
    }

    private Stream<Integer> milestones(long campaignId) {
        Campaign campaign = campaigns.find(campaignId).orElse(null);
        CampaignTotals totals = campaigns.totals(campaignId).orElse(null);
        if (campaign == null || totals == null) {
            return Stream.empty();
        }
        Money goal = campaign.content().goal();
        List<Integer> reached = totals.milestonesSince(CampaignTotals.none(campaignId, goal.currency()), goal);
        if (reached.isEmpty()) {
            return Stream.empty();
        }
        int highest = told.highest(campaignId);
        return reached.stream().filter(percent -> percent > highest);
    }
}
