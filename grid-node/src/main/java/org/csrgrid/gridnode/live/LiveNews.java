package org.csrgrid.gridnode.live;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobProgress;
import org.csrgrid.domain.job.JobState;
import org.csrgrid.domain.job.JobTrace;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.job.JobKey;
import org.csrgrid.grid.live.AdminNews;
import org.csrgrid.grid.live.DonationMoved;
import org.csrgrid.grid.live.JobMoved;
import org.csrgrid.grid.live.LivePublisher;
import org.csrgrid.grid.live.MilestoneReached;
import org.csrgrid.grid.live.TotalsMoved;
import org.csrgrid.grid.notification.NotificationJobs.AdminNotice;

/**
 * Has readers of streams told of what this member does. Every method returns at once and never throws; what is told may be told again by a repeat, and may
 * get lost. Safe for use by many threads.
 */
public final class LiveNews implements AutoCloseable {

    private final CampaignGrid campaigns;
    private final LivePublisher publisher;
    private final CampaignTicker ticker;
    private final InstantSource clock;

    /** @param campaignPause a campaign's total is told at most once in this time */
    public LiveNews(HazelcastInstance grid, Duration campaignPause, InstantSource clock) {
        this.clock = clock;
        campaigns = new CampaignGrid(grid);
        publisher = new LivePublisher(grid);
        ticker = new CampaignTicker(campaignPause, this::totals, publisher::publish);
    }

    private Optional<TotalsMoved> totals(long campaignId) {
        Optional<Campaign> campaign = campaigns.find(campaignId);
        return campaign.flatMap(
                found -> campaigns.totals(campaignId).map(totals -> TotalsMoved.of(found, totals, now())));
    }

    /** A settlement has moved money: for the donor, and soon for all who follow the campaign. */
    public void settled(Donation donation) {
        moved(donation);
        ticker.settled(donation.campaignId(), CampaignTicker.Latest.of(donation));
    }

    /** A donation is in another state, for its donor alone. */
    public void moved(Donation donation) {
        publisher.publish(new DonationMoved(
                donation.donorId(),
                DonationKey.of(donation).toString(),
                donation.campaignId(),
                donation.status(),
                donation.amount(),
                now()));
    }

    /** A campaign has reached a mark, for its organizer. */
    public void milestone(long organizerId, long campaignId, int percent) {
        publisher.publish(new MilestoneReached(organizerId, campaignId, percent, now()));
    }

    /** Administrators are told of something. */
    public void notice(AdminNotice notice) {
        publisher.publish(new AdminNews(
                AdminNews.Kind.valueOf(notice.kind().name()),
                notice.campaignId(),
                notice.donationId(),
                notice.percent(),
                notice.subject(),
                notice.detail(),
                now()));
    }

    /**
     * Something looks like an attack or a leak, for administrators.
     *
     * @param subject names the kind
     * @param detail without secrets and personal data
     */
    public void securityAlert(String subject, String detail) {
        publisher.publish(AdminNews.of(AdminNews.Kind.SECURITY_ALERT, subject, detail, now()));
    }

    /** A job has come further or an attempt at it has ended, for its owner; nothing happens if it has none. */
    public void job(Job job, JobState state, JobTrace trace) {
        if (job.request().ownerId() != 0) {
            JobProgress progress = trace.progress();
            publisher.publish(new JobMoved(
                    job.request().ownerId(),
                    JobKey.of(job).toString(),
                    job.name(),
                    state,
                    progress == null ? 0 : progress.done(),
                    progress == null ? 0 : progress.total(),
                    progress == null ? null : progress.message(),
                    now()));
        }
    }

    /** Events nobody will see, since this member started. */
    public long lost() {
        return publisher.lost();
    }

    private Instant now() {
        return CampaignTicker.now(clock);
    }

    @Override
    public void close() {
        ticker.close();
        publisher.close();
    }
}
