package org.csrgrid.grid.live;

import java.time.Instant;
import org.csrgrid.domain.donation.DonationStatus;
import org.csrgrid.domain.money.Money;

/**
 * A donation is in another state, for its donor.
 *
 * @param donationId its public id
 */
public record DonationMoved(
        long donorId, String donationId, long campaignId, DonationStatus status, Money amount, Instant at)
        implements LiveEvent {

    @Override
    public LiveRing ring() {
        return LiveRing.PEOPLE;
    }
}
