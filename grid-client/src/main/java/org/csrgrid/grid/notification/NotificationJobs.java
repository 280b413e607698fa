package org.csrgrid.grid.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.job.JobRequest;
import org.csrgrid.domain.job.Uniqueness;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.job.JobType;

/** The jobs of the notifications channel: their kinds, and ids that make the same cause the same job. */
public final class NotificationJobs {

    public static final JobType<EmailWork> SEND_EMAIL =
            JobType.of("send-email", Channel.NOTIFICATIONS, EmailWork.class).asSensitive();
    public static final JobType<ConfirmationWork> SEND_PAYMENT_CONFIRMATION =
            JobType.of("send-payment-confirmation", Channel.NOTIFICATIONS, ConfirmationWork.class);
    public static final JobType<MilestoneWork> SEND_MILESTONE =
            JobType.of("send-milestone", Channel.NOTIFICATIONS, MilestoneWork.class);
    public static final JobType<AdminNotice> NOTIFY_ADMINS =
            JobType.of("notify-admins", Channel.NOTIFICATIONS, AdminNotice.class);
    public static final JobType<FailedJobWork> JOB_FAILED =
            JobType.of("job-failed", Channel.NOTIFICATIONS, FailedJobWork.class);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration UNTIL_SUBMITTED = Duration.ofSeconds(5);
    private static final int DETAIL_LIMIT = 500;

    private NotificationJobs() {}

    /**
     * A mail that is written already. Sensitive, because it has an address and a name in it.
     *
     * @param toName may be empty
     * @param language ISO 639-1 code of the words
     */
    public record EmailWork(
            String toAddress, String toName, String subject, String text, String html, String language) {

        /** Names and addresses nobody. */
        @Override
        public String toString() {
            return "EmailWork[language=%s]".formatted(language);
        }
    }

    /** @param donationId a captured donation's public id */
    public record ConfirmationWork(String donationId) {}

    /** @param percent of the goal: 25, 50, 75 or 100 */
    public record MilestoneWork(long campaignId, int percent) {}

    /**
     * What administrators are told of. The kind is also the name of the mail's template.
     */
    public enum NoticeKind {
        LARGE_DONATION,
        MILESTONE,
        APPROVAL_NEEDED,
        PAYMENT_FAILED,
        JOB_FAILED,
        ALERT
    }

    /**
     * Something administrators should know.
     *
     * @param campaignId the campaign it is about, 0 for none
     * @param donationId a donation's public id, empty for none
     * @param percent a milestone's, 0 for none
     * @param subject in the log's English, empty where the kind says it all: a job's name, an alert's condition
     * @param detail in the log's English, may be empty
     */
    public record AdminNotice(
            NoticeKind kind, long campaignId, String donationId, int percent, String subject, String detail) {}

    /**
     * A job that is dead.
     *
     * @param name the job's
     * @param fingerprint the same for failures of the same kind, however their ids and numbers differ
     * @param error what it died of
     */
    public record FailedJobWork(
            String jobId, String name, String channel, int attempts, String fingerprint, String error) {}

    /** A mail in somebody's name; the cause names the mail, and the same cause is the same mail for good. */
    public static Job sendEmail(EmailWork email, String cause, Instant now) {
        return once(SEND_EMAIL, email, cause, 0, now);
    }

    /** Tells the donor, once per donation. */
    public static Job sendPaymentConfirmation(DonationKey donation, Instant now) {
        ConfirmationWork work = new ConfirmationWork(donation.toString());
        return once(SEND_PAYMENT_CONFIRMATION, work, donation.toString(), donation.campaignId(), now);
    }

    /** Tells the organizer, once per campaign and mark. */
    public static Job sendMilestone(long campaignId, int percent, Instant now) {
        return once(
                SEND_MILESTONE, new MilestoneWork(campaignId, percent), campaignId + ":" + percent, campaignId, now);
    }

    /** Tells administrators of a large donation, once. */
    public static Job largeDonation(DonationKey donation, Instant now) {
        AdminNotice notice = notice(NoticeKind.LARGE_DONATION, donation.campaignId(), donation.toString());
        return once(NOTIFY_ADMINS, notice, "large-donation:" + donation, donation.campaignId(), now);
    }

    /** Tells administrators of a milestone, once per campaign and mark. */
    public static Job milestoneReached(long campaignId, int percent, Instant now) {
        AdminNotice notice = new AdminNotice(NoticeKind.MILESTONE, campaignId, "", percent, "", "");
        return once(NOTIFY_ADMINS, notice, "milestone:" + campaignId + ":" + percent, campaignId, now);
    }

    /** Tells administrators of a failed payment, once per campaign and hour, because failures come in swarms. */
    public static Job paymentFailed(DonationKey donation, Instant failedAt, Instant now) {
        AdminNotice notice = notice(NoticeKind.PAYMENT_FAILED, donation.campaignId(), donation.toString());
        String cause = "payment-failed:" + donation.campaignId() + ":" + hour(failedAt);
        return once(NOTIFY_ADMINS, notice, cause, donation.campaignId(), now);
    }

    /**
     * Tells administrators that a campaign waits for them, a moment later. Enqueue it before the campaign is submitted, so that a crash in between loses
     * nothing: a notice that finds the campaign not waiting is not sent.
     *
     * @param version the campaign's before it is submitted, so that one submitted again is told of again
     */
    public static Job approvalNeeded(long campaignId, long version, Instant now) {
        AdminNotice notice = notice(NoticeKind.APPROVAL_NEEDED, campaignId, "");
        String id = NOTIFY_ADMINS.name() + ":approval-needed:" + campaignId + ":" + version;
        return once(NOTIFY_ADMINS, notice, id, campaignId, now.plus(UNTIL_SUBMITTED), now);
    }

    /**
     * Tells administrators that something about the system is wrong.
     *
     * @param condition names it, the same while it lasts
     * @param since when it began, so that the same condition is told of again when it comes back
     */
    public static Job alert(String condition, String detail, Instant since, Instant now) {
        AdminNotice notice = new AdminNotice(NoticeKind.ALERT, 0, "", 0, condition, detail);
        return once(NOTIFY_ADMINS, notice, "alert:" + condition + ":" + since.toEpochMilli(), 0, now);
    }

    /** Tells administrators of a dead job, once per fingerprint and hour. */
    public static Job jobFailed(FailedJobWork failed, Instant now) {
        return once(JOB_FAILED, failed, failed.fingerprint() + ":" + hour(now), 0, now);
    }

    /** Has the administrators told of a dead job; one for each {@link #jobFailed}. */
    public static Job failureNotice(FailedJobWork failed, Instant failedAt, Instant now) {
        String detail = "%s (%s), attempt %d: %s"
                .formatted(failed.jobId(), failed.channel(), failed.attempts(), limited(failed.error()));
        AdminNotice notice = new AdminNotice(NoticeKind.JOB_FAILED, 0, "", 0, failed.name(), detail);
        return once(NOTIFY_ADMINS, notice, "job-failed:" + failed.fingerprint() + ":" + hour(failedAt), 0, now);
    }

    private static String limited(String text) {
        return text.length() <= DETAIL_LIMIT ? text : text.substring(0, DETAIL_LIMIT) + "…";
    }

    /** Whether a job of that name tells of failures, so that its own failure must not be told of in the same way. */
    public static boolean tellsOfFailures(String jobName) {
        return List.of(JOB_FAILED.name(), NOTIFY_ADMINS.name(), SEND_EMAIL.name())
                .contains(jobName);
    }

    private static AdminNotice notice(NoticeKind kind, long campaignId, String donationId) {
        return new AdminNotice(kind, campaignId, donationId, 0, "", "");
    }

    private static long hour(Instant at) {
        return at.getEpochSecond() / HOUR.toSeconds();
    }

    private static <P extends Record> Job once(JobType<P> type, P work, String cause, long affinity, Instant now) {
        return once(type, work, type.name() + ":" + cause, affinity, now, now);
    }

    private static <P extends Record> Job once(
            JobType<P> type, P work, String id, long affinity, Instant runAt, Instant now) {
        JobRequest request = type.request(work).with().unique(Uniqueness.ONCE).build();
        // Nobody waits for a mail beside the data it is about, so those without a campaign spread by their id.
        return Job.ready(id, affinity == 0 ? id.hashCode() : affinity, request, runAt, now);
    }
}
