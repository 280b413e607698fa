package org.csrgrid.gridnode.cluster;

import com.hazelcast.core.EntryView;
import com.hazelcast.map.MapEvictionPolicyComparator;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.grid.donation.DonationKey;

/**
 * Which donation leaves the memory first when there are too many: the one nobody touched for longest. One that is being settled comes last: it would
 * come back from the database without its lease, and a second worker could begin.
 */
final class LeasedLast implements MapEvictionPolicyComparator<DonationKey, Donation> {

    private static final long serialVersionUID = 1L;

    @Override
    public int compare(EntryView<DonationKey, Donation> one, EntryView<DonationKey, Donation> other) {
        int byLease = Boolean.compare(isLeased(one), isLeased(other));
        return byLease != 0 ? byLease : Long.compare(lastUse(one), lastUse(other));
    }

    private static boolean isLeased(EntryView<DonationKey, Donation> view) {
        return view.getValue().progress().lease() != null;
    }

    private static long lastUse(EntryView<DonationKey, Donation> view) {
        return Math.max(view.getLastAccessTime(), view.getLastUpdateTime());
    }
}
