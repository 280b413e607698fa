package org.csrgrid.grid.donation;

import com.hazelcast.map.EntryProcessor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.donation.DonationStatus;
import org.csrgrid.domain.donation.PaymentReference;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;

/**
 * Writes a settlement's result to the donation: the entries that are in the ledger, what the gateway said of the payment, and, if {@code counted}, that
 * the totals contain every entry. Gives the lease back. Atomic over the donation; a repeat finds the lease gone and changes nothing.
 *
 * @param token of the lease; a worker that lost it changes nothing
 * @param payment what the gateway said, if it was asked
 */
public record FinishSettlement(
        long token,
        List<LedgerEntry> entries,
        @Nullable PaymentReference payment,
        @Nullable DonationStatus gatewayStatus,
        boolean counted,
        Instant now)
        implements EntryProcessor<DonationKey, Donation, @Nullable Donation> {

    public FinishSettlement {
        entries = List.copyOf(entries);
    }

    /** @return the donation as it is now, or null if there is none */
    @Override
    public @Nullable Donation process(Map.Entry<DonationKey, Donation> entry) {
        Donation donation = entry.getValue();
        if (donation == null || !donation.isHeldBy(token)) {
            return donation;
        }
        if (payment != null && gatewayStatus != null) {
            donation = donation.withPayment(payment, gatewayStatus, now);
        }
        for (LedgerEntry fact : entries) {
            donation = donation.apply(fact);
        }
        donation = counted ? donation.settled(now) : donation.released(now);
        entry.setValue(donation);
        return donation;
    }
}
