package org.csrgrid.launcher.verify;

import java.util.List;
import org.csrgrid.domain.donation.Donation;

/**
 * What grid and MySQL both hold of a donation.
 *
 * @param refunded minor units of the donor's currency
 * @param campaignRefunded minor units of the campaign's currency
 */
record StoredDonation(
        long id,
        long campaignId,
        String status,
        String stray,
        long refunded,
        long campaignRefunded,
        int sequence,
        int countedThrough,
        long version) {

    static StoredDonation of(Donation donation) {
        return new StoredDonation(
                donation.id(),
                donation.campaignId(),
                donation.status().name(),
                donation.stray().name(),
                donation.refunded().minorUnits(),
                donation.campaignRefunded().minorUnits(),
                donation.progress().sequence(),
                donation.progress().countedThrough(),
                donation.version());
    }

    void addTo(Checksum checksum) {
        checksum.add(
                id, List.of(campaignId, status, stray, refunded, campaignRefunded, sequence, countedThrough, version));
    }
}
