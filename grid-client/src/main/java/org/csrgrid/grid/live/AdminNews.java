package org.csrgrid.grid.live;

import java.time.Instant;

/**
 * Something administrators should know.
 *
 * @param campaignId 0 for none
 * @param donationId a public id, empty for none
 * @param percent a milestone's, 0 for none
 * @param subject empty where the kind says it all
 * @param detail may be empty
 */
public record AdminNews(
        Kind kind, long campaignId, String donationId, int percent, String subject, String detail, Instant at)
        implements LiveEvent {

    /** The lower-case names are those of the events; never rename one. */
    public enum Kind {
        LARGE_DONATION,
        MILESTONE,
        APPROVAL_NEEDED,
        PAYMENT_FAILED,
        JOB_FAILED,
        ALERT,
        MAINTENANCE,
        SECURITY_ALERT
    }

    /** News that are about nothing that has an id. */
    public static AdminNews of(Kind kind, String subject, String detail, Instant at) {
        return new AdminNews(kind, 0, "", 0, subject, detail, at);
    }

    @Override
    public LiveRing ring() {
        return LiveRing.ADMINISTRATORS;
    }
}
