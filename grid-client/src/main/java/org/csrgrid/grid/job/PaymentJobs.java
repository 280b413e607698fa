package org.csrgrid.grid.job;

import java.time.Instant;
import org.csrgrid.domain.job.Channel;
import org.csrgrid.domain.job.Job;
import org.csrgrid.domain.payment.PaymentEvent;
import org.csrgrid.grid.donation.DonationKey;

/** The jobs of the payments channel: their stable names, and ids that make the same cause the same job. */
public final class PaymentJobs {

    public static final String PROCESS_DONATION = "process-donation";
    public static final String PROCESS_PAYMENT_EVENT = "process-payment-event";
    public static final String PROCESS_REFUND = "process-refund";
    public static final String SETTLE_DONATION = "settle-donation";

    private PaymentJobs() {}

    /** Starts a pledged donation's payment. The payload is the donation's public id. */
    public static Job processDonation(DonationKey donation, Instant now) {
        return job(PROCESS_DONATION, donation.toString(), donation, donation.toString(), now);
    }

    /** Works off a gateway's event. The payload is {@code gateway event-id}. */
    public static Job processPaymentEvent(PaymentEvent event, DonationKey donation, Instant now) {
        String cause = event.gateway() + " " + event.eventId();
        return job(PROCESS_PAYMENT_EVENT, cause, donation, cause, now);
    }

    /** Asks the gateway for a refund. The payload is {@code donation-id ledger-entry-id}. */
    public static Job processRefund(DonationKey donation, long requestEntryId, Instant now) {
        String cause = donation + " " + requestEntryId;
        return job(PROCESS_REFUND, cause, donation, cause, now);
    }

    /** Brings a donation up to date with its ledger and its gateway. The payload is the donation's public id. */
    public static Job settleDonation(DonationKey donation, Instant now) {
        return job(SETTLE_DONATION, donation.toString(), donation, donation.toString(), now);
    }

    private static Job job(String name, String cause, DonationKey donation, String payload, Instant now) {
        return Job.ready(name + ":" + cause, donation.campaignId(), name, Channel.PAYMENTS, payload, now, now);
    }
}
