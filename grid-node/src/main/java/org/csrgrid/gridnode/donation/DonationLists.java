package org.csrgrid.gridnode.donation;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.donation.DonationPage;
import org.csrgrid.grid.donation.ListDonations;
import org.csrgrid.mapstore.ledger.LedgerDao;

/** Answers {@link ListDonations}: the ledger's pledges say which, the grid what has become of them. */
public final class DonationLists {

    private final IMap<DonationKey, Donation> donations;
    private final LedgerDao ledger;

    public DonationLists(HazelcastInstance grid, LedgerDao ledger) {
        donations = grid.getMap(GridMaps.DONATIONS);
        this.ledger = ledger;
    }

    public DonationPage list(ListDonations query) {
        List<DonationKey> keys =
                ledger.pledged(query.donorId(), query.campaignId(), query.beforeId(), query.limit() + 1);
        boolean more = keys.size() > query.limit();
        List<DonationKey> page = more ? keys.subList(0, query.limit()) : keys;
        Map<DonationKey, Donation> found = donations.getAll(Set.copyOf(page));
        List<Donation> sorted = found.values().stream()
                .sorted(Comparator.comparingLong(Donation::id).reversed())
                .toList();
        return new DonationPage(sorted, more ? page.getLast().donationId() : 0);
    }
}
