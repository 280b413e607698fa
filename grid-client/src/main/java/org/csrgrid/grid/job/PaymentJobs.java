package org.csrgrid.grid.job;

import java.time.Instant;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.payment.PaymentEvent;
import org.csrgrid.grid.donation.DonationKey;

/** The jobs of the payments channel: their kinds, and ids that make the same cause the same job. */
public final class PaymentJobs {

    public static final JobType<DonationWork> PROCESS_DONATION =
            JobType.of("process-donation", Channel.PAYMENTS, DonationWork.class);
    public static final JobType<EventWork> PROCESS_PAYMENT_EVENT =
            JobType.of("process-payment-event", Channel.PAYMENTS, EventWork.class);
    public static final JobType<RefundWork> PROCESS_REFUND =
            JobType.of("process-refund", Channel.PAYMENTS, RefundWork.class);
    public static final JobType<DonationWork> SETTLE_DONATION =
            JobType.of("settle-donation", Channel.PAYMENTS, DonationWork.class);

    private PaymentJobs() {}

    /** @param donationId a donation's public id */
    public record DonationWork(String donationId) {}

    /** @param eventId the gateway's id of an event in the inbox */
    public record EventWork(String gateway, String eventId) {}

    /**
     * @param donationId a donation's public id
     * @param requestEntryId the ledger entry that reserves the refund
     */
    public record RefundWork(String donationId, long requestEntryId) {}

    /** Starts a pledged donation's payment. */
    public static Job processDonation(DonationKey donation, Instant now) {
        return job(PROCESS_DONATION, new DonationWork(donation.toString()), donation.toString(), donation, now);
    }

    /** Works off a gateway's event. */
    public static Job processPaymentEvent(PaymentEvent event, DonationKey donation, Instant now) {
        EventWork work = new EventWork(event.gateway(), event.eventId());
        return job(PROCESS_PAYMENT_EVENT, work, work.gateway() + " " + work.eventId(), donation, now);
    }

    /** Asks the gateway for a refund. */
    public static Job processRefund(DonationKey donation, long requestEntryId, Instant now) {
        RefundWork work = new RefundWork(donation.toString(), requestEntryId);
        return job(PROCESS_REFUND, work, donation + " " + requestEntryId, donation, now);
    }

    /** Brings a donation up to date with its ledger and its gateway. */
    public static Job settleDonation(DonationKey donation, Instant now) {
        return job(SETTLE_DONATION, new DonationWork(donation.toString()), donation.toString(), donation, now);
    }

    private static <P extends Record> Job job(
            JobType<P> type, P work, String cause, DonationKey donation, Instant now) {
        return Job.ready(type.name() + ":" + cause, donation.campaignId(), type.request(work), now, now);
    }
}
