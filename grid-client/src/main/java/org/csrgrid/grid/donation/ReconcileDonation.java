package org.csrgrid.grid.donation;

import com.hazelcast.map.EntryProcessor;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.csrgrid.domain.donation.Donation;
import org.jspecify.annotations.Nullable;

/**
 * Brings the grid's copy of a donation and its row in the database together; {@link Donation#reconciledWith} says how. A copy that is newer than its row
 * although nobody touched it for long is written once more, in case the change got lost on its way. Atomic over the donation; a repeat is harmless.
 *
 * @param row what the database stores, null if nothing
 * @param quietSince a copy that did not change since should have been saved
 */
public record ReconcileDonation(@Nullable Donation row, Instant now, Instant quietSince)
        implements EntryProcessor<DonationKey, Donation, Boolean> {

    /** @return whether the copy was replaced or is written again */
    @Override
    public Boolean process(Map.Entry<DonationKey, Donation> entry) {
        Donation donation = entry.getValue();
        if (donation == null) {
            return false;
        }
        Optional<Donation> reconciled = Optional.ofNullable(row)
                .flatMap(stored -> donation.reconciledWith(stored, now))
                .or(() -> Optional.of(donation).filter(this::isUnsaved));
        reconciled.ifPresent(entry::setValue);
        return reconciled.isPresent();
    }

    private boolean isUnsaved(Donation donation) {
        return (row == null || row.version() < donation.version())
                && donation.updatedAt().isBefore(quietSince);
    }
}
