package org.csrgrid.gridnode.notification;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.campaign.CampaignStatus;
import org.csrgrid.domain.campaign.CampaignTotals;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.user.Role;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.campaign.CampaignGrid;
import org.csrgrid.grid.donation.DonationGrid;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.job.JobType;
import org.csrgrid.grid.notification.NotificationJobs;
import org.csrgrid.grid.notification.NotificationJobs.AdminNotice;
import org.csrgrid.grid.notification.NotificationJobs.EmailWork;
import org.csrgrid.grid.notification.NotificationJobs.NoticeKind;
import org.csrgrid.grid.user.UserGrid;
import org.csrgrid.gridnode.job.JobContext;
import org.csrgrid.gridnode.job.JobHandler;
import org.csrgrid.gridnode.job.JobRejectedException;
import org.csrgrid.gridnode.live.LiveNews;
import org.jspecify.annotations.Nullable;

/** Writes to every administrator, each mail a job of its own, so that one that cannot be delivered hinders no other. */
final class NotifyAdmins implements JobHandler<AdminNotice> {

    private final DonationGrid donations;
    private final CampaignGrid campaigns;
    private final UserGrid users;
    private final Letters letters;
    private final LiveNews live;
    private final Clock clock;

    NotifyAdmins(
            DonationGrid donations,
            CampaignGrid campaigns,
            UserGrid users,
            Letters letters,
            LiveNews live,
            Clock clock) {
        this.donations = donations;
        this.campaigns = campaigns;
        this.users = users;
        this.letters = letters;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public JobType<AdminNotice> type() {
        return NotificationJobs.NOTIFY_ADMINS;
    }

    @Override
    public void run(AdminNotice notice, JobContext context) {
        Campaign campaign = campaigns.find(notice.campaignId()).orElse(null);
        CampaignTotals totals = campaigns.totals(notice.campaignId()).orElse(null);
        Donation donation =
                DonationKey.parse(notice.donationId()).flatMap(donations::find).orElse(null);
        if (isAboutCampaign(notice.kind()) && (campaign == null || totals == null)) {
            throw new JobRejectedException("campaign: %d (expected: one that exists)".formatted(notice.campaignId()));
        }
        if (isAboutDonation(notice.kind()) && donation == null) {
            throw new JobRejectedException(
                    "donation: \"%s\" (expected: one that exists)".formatted(notice.donationId()));
        }
        if (notice.kind() == NoticeKind.APPROVAL_NEEDED && !waitsForApproval(campaign)) {
            context.log("not sent: the campaign does not wait for approval");
            return;
        }
        live.notice(notice);
        List<User> admins = administrators();
        for (User admin : admins) {
            EmailWork email = letters.notice(notice, campaign, totals, donation, admin);
            context.followUp(NotificationJobs.sendEmail(email, context.job().id() + ":" + admin.id(), clock.instant()));
        }
        context.log("%d administrators are written to".formatted(admins.size()));
    }

    private static boolean waitsForApproval(@Nullable Campaign campaign) {
        return campaign != null && campaign.status() == CampaignStatus.PENDING_APPROVAL;
    }

    private List<User> administrators() {
        return Stream.of(Role.ADMIN, Role.SUPER_ADMIN)
                .flatMap(role -> users.activeWith(role).stream())
                .distinct()
                .toList();
    }

    private static boolean isAboutCampaign(NoticeKind kind) {
        return switch (kind) {
            case LARGE_DONATION, MILESTONE, APPROVAL_NEEDED, PAYMENT_FAILED -> true;
            case JOB_FAILED, ALERT -> false;
        };
    }

    private static boolean isAboutDonation(NoticeKind kind) {
        return switch (kind) {
            case LARGE_DONATION, PAYMENT_FAILED -> true;
            case MILESTONE, APPROVAL_NEEDED, JOB_FAILED, ALERT -> false;
        };
    }
}
