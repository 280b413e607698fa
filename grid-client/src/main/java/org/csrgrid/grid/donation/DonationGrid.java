package org.csrgrid.grid.donation;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.Optional;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.cluster.MemberCalls;

/**
 * Donations after their pledge. Every method throws {@link org.csrgrid.grid.cluster.GridUnavailableException} when the grid or, where it is needed, the
 * database does not answer. Safe for use by many threads.
 */
public final class DonationGrid {

    private final IMap<DonationKey, Donation> donations;
    private final MemberCalls calls;

    public DonationGrid(HazelcastInstance grid, MemberCalls calls) {
        donations = grid.getMap(GridMaps.DONATIONS);
        this.calls = calls;
    }

    public Optional<Donation> find(DonationKey key) {
        return Optional.ofNullable(GridCalls.repeatable(() -> donations.get(key)));
    }

    public DonationPage list(ListDonations query) {
        return calls.any(query);
    }

    public CancelOutcome cancel(CancelDonation request) {
        return calls.ownerOf(request.donation(), request);
    }

    public RefundOutcome refund(RequestRefund request) {
        return calls.ownerOf(request.donation(), request);
    }
}
