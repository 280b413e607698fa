package org.csrgrid.mapstore.donation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.mapstore.database.ConnectionSource;
import org.csrgrid.mapstore.ledger.LedgerDao;
import org.csrgrid.mapstore.table.TableMapStore;
import org.csrgrid.mapstore.writebehind.DeadLetters;
import org.csrgrid.mapstore.writebehind.WriteBehindBatch;
import org.jspecify.annotations.Nullable;

/**
 * The donations' map, written behind. What is loaded is the stored row with every later ledger entry applied, or the fold
 * of the ledger alone where no row was flushed: nothing acknowledged is missing from it. A donation comes back without a
 * lease.
 */
public final class DonationMapStore extends TableMapStore<DonationKey, Donation> {
    private final DonationDao donations;
    private final LedgerDao ledger;

    /** @param map name of the map, as it stands in the dead letters */
    public DonationMapStore(
            String map, ConnectionSource source, DeadLetters deadLetters, DonationDao donations, LedgerDao ledger) {
        super(new WriteBehindBatch<>(
                map, source, DonationRow.table(), donation -> Long.toString(donation.id()), deadLetters));
        this.donations = donations;
        this.ledger = ledger;
    }

    @Override
    protected Object rowKey(DonationKey key) {
        return key.donationId();
    }

    /** Keys without a ledger entry, or with another campaign than their ledger names, are left out. */
    @Override
    public Map<DonationKey, Donation> loadAll(Collection<DonationKey> keys) {
        List<Long> ids = keys.stream().map(DonationKey::donationId).distinct().toList();
        Map<Long, Donation> current = new HashMap<>();
        donations.byIds(ids).forEach(donation -> current.put(donation.id(), donation));
        // Read after the rows: an entry made in between is applied, none is skipped.
        for (LedgerEntry entry : ledger.ofDonations(ids)) {
            current.compute(entry.donationId(), (_, donation) -> next(donation, entry));
        }
        Map<DonationKey, Donation> found = new HashMap<>();
        for (DonationKey key : keys) {
            Donation donation = current.get(key.donationId());
            if (donation != null && donation.campaignId() == key.campaignId()) {
                found.put(key, donation);
            }
        }
        return found;
    }

    private static Donation next(@Nullable Donation donation, LedgerEntry entry) {
        return donation == null ? Donation.pledged(entry) : donation.apply(entry);
    }

    /** None: a donation is loaded when somebody asks for it. */
    @Override
    public @Nullable Iterable<DonationKey> loadAllKeys() {
        return null;
    }
}
