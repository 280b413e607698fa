package org.csrgrid.grid.donation;

import com.hazelcast.map.EntryProcessor;
import java.time.Instant;
import java.util.Map;
import org.csrgrid.domain.donation.Donation;

/**
 * Takes the right to move a donation forward. Atomic over the donation. A repeat by the same caller answers {@link LeaseOutcome.Busy} until the lease
 * runs out, so a lost answer costs time and nothing else.
 *
 * @param until must lie further ahead than the cluster needs to expel a frozen member plus an operation's time-out, so that nobody whose lease ran out
 *     can still reach the totals
 */
public record BeginSettlement(Instant now, Instant until)
        implements EntryProcessor<DonationKey, Donation, LeaseOutcome> {

    @Override
    public LeaseOutcome process(Map.Entry<DonationKey, Donation> entry) {
        Donation donation = entry.getValue();
        if (donation == null) {
            return new LeaseOutcome.DonationNotFound();
        }
        return donation.lease(now, until)
                .<LeaseOutcome>map(leased -> {
                    entry.setValue(leased);
                    return new LeaseOutcome.Granted(leased);
                })
                .orElseGet(LeaseOutcome.Busy::new);
    }
}
