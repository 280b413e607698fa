package org.csrgrid.grid.donation;

import com.hazelcast.partition.PartitionAware;
import java.util.Optional;
import java.util.regex.Pattern;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.ledger.LedgerEntry;

/**
 * A donation's key: it lives in its campaign's partition. Its text form {@code campaignId-donationId} is the donation's public id and the reference
 * gateways know a payment by.
 */
public record DonationKey(long campaignId, long donationId) implements PartitionAware<Long> {

    private static final Pattern PUBLIC_ID = Pattern.compile("\\d{1,19}-\\d{1,19}");

    public static DonationKey of(Donation donation) {
        return new DonationKey(donation.campaignId(), donation.id());
    }

    public static DonationKey of(LedgerEntry entry) {
        return new DonationKey(entry.campaignId(), entry.donationId());
    }

    /** Reads the public id; empty if the text is none. */
    public static Optional<DonationKey> parse(String publicId) {
        int dash = publicId.indexOf('-');
        if (!PUBLIC_ID.matcher(publicId).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DonationKey(
                    Long.parseLong(publicId.substring(0, dash)), Long.parseLong(publicId.substring(dash + 1))));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    @Override
    public Long getPartitionKey() {
        return campaignId;
    }

    @Override
    public String toString() {
        return campaignId + "-" + donationId;
    }
}
