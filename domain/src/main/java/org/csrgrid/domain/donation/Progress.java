package org.csrgrid.domain.donation;

import org.jspecify.annotations.Nullable;

/**
 * How far a donation's ledger entries have been worked off.
 *
 * @param sequence the last ledger entry applied to the donation
 * @param countedThrough the last ledger entry known to be contained in every total it moves; never beyond {@code sequence}
 * @param leaseToken the largest token ever granted
 * @param lease who may move the donation now, if anybody
 */
public record Progress(
        int sequence,
        int countedThrough,
        long leaseToken,
        @Nullable SettlementLease lease) {

    public Progress {
        if (countedThrough > sequence) {
            throw new IllegalArgumentException(
                    "countedThrough: %d (expected: <= %d)".formatted(countedThrough, sequence));
        }
    }

    public boolean isSettled() {
        return countedThrough == sequence;
    }
}
