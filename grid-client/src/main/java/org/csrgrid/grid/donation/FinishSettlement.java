package org.csrgrid.grid.donation;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;
import org.csrgrid.domain.donation.Donation;
import org.jspecify.annotations.Nullable;

/**
 * Writes a settlement's result to the donation and gives the lease back. Atomic over the donation; a worker that lost its lease to another changes
 * nothing. A repeat writes the same once more: it comes when a backup did not answer, and has to reach it.
 *
 * <p>It carries the whole result, so that a backup ends with the same donation whatever its own copy was: one that the backup had to load from the
 * database knows of no lease.
 *
 * @param token of the lease
 * @param result the donation as it is to be
 */
public record FinishSettlement(long token, Donation result)
        implements EntryProcessor<DonationKey, Donation, @Nullable Donation> {

    /** @return the donation as it is now, or null if there is none */
    @Override
    public @Nullable Donation process(Map.Entry<DonationKey, Donation> entry) {
        Donation donation = entry.getValue();
        if (donation == null || !(result.mayReplace(donation, token) || result.equals(donation))) {
            return donation;
        }
        entry.setValue(result);
        return result;
    }
}
