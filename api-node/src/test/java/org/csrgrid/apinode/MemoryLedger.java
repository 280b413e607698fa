package org.csrgrid.apinode;

import com.hazelcast.map.MapLoader;
import com.hazelcast.map.MapStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.csrgrid.domain.donation.Donation;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.grid.cluster.DatabaseUnavailableException;
import org.csrgrid.grid.donation.DonationKey;
import org.csrgrid.grid.ledger.DuplicateEntryException;

/** Stands where the database stands: keeps ledger entries under their guards, and folds donations from them. */
public final class MemoryLedger implements MapStore<Long, LedgerEntry> {

    private final Map<Long, LedgerEntry> entries = new ConcurrentHashMap<>();
    private final Map<String, Long> guards = new ConcurrentHashMap<>();
    private volatile boolean down;

    /** While down, every write fails as it does when the database is gone. */
    void down(boolean value) {
        down = value;
    }

    @Override
    public void store(Long id, LedgerEntry entry) {
        if (down) {
            throw new DatabaseUnavailableException("the database is down");
        }
        Long holder = guards.putIfAbsent(entry.guard(), id);
        if (holder != null && !holder.equals(id)) {
            throw new DuplicateEntryException(entry.guard());
        }
        entries.put(id, entry);
    }

    Optional<LedgerEntry> findByGuard(String guard) {
        return Optional.ofNullable(guards.get(guard)).map(entries::get);
    }

    List<Donation> donations() {
        var byDonation = new HashMap<DonationKey, List<LedgerEntry>>();
        entries.values().forEach(entry -> byDonation
                .computeIfAbsent(DonationKey.of(entry), _ -> new ArrayList<>())
                .add(entry));
        return byDonation.values().stream().map(MemoryLedger::fold).toList();
    }

    private static Donation fold(List<LedgerEntry> entries) {
        return Donation.fold(entries.stream()
                .sorted(Comparator.comparingInt(LedgerEntry::sequence))
                .toList());
    }

    @Override
    public void storeAll(Map<Long, LedgerEntry> many) {
        many.forEach(this::store);
    }

    @Override
    public LedgerEntry load(Long id) {
        return entries.get(id);
    }

    @Override
    public Map<Long, LedgerEntry> loadAll(Collection<Long> ids) {
        var found = new HashMap<Long, LedgerEntry>();
        ids.forEach(id -> Optional.ofNullable(entries.get(id)).ifPresent(entry -> found.put(id, entry)));
        return found;
    }

    @Override
    public Iterable<Long> loadAllKeys() {
        return null;
    }

    @Override
    public void delete(Long id) {
        throw new UnsupportedOperationException("the ledger is append-only");
    }

    @Override
    public void deleteAll(Collection<Long> ids) {
        throw new UnsupportedOperationException("the ledger is append-only");
    }

    /** Donations as the fold of their entries, as in production. */
    MapLoader<DonationKey, Donation> donationLoader() {
        return new MapLoader<>() {
            @Override
            public Donation load(DonationKey key) {
                return donations().stream()
                        .filter(donation -> DonationKey.of(donation).equals(key))
                        .findFirst()
                        .orElse(null);
            }

            @Override
            public Map<DonationKey, Donation> loadAll(Collection<DonationKey> keys) {
                var found = new HashMap<DonationKey, Donation>();
                keys.forEach(key -> Optional.ofNullable(load(key)).ifPresent(donation -> found.put(key, donation)));
                return found;
            }

            @Override
            public Iterable<DonationKey> loadAllKeys() {
                return null;
            }
        };
    }
}
