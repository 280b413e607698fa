package org.csrgrid.grid.ledger;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;

/**
 * Appends money facts. An entry's own id is its key, so entries of one hot campaign are written by all members side by side; the map's store returns
 * only after the shared transaction is committed.
 */
public final class LedgerGrid {

    private final IMap<Long, LedgerEntry> ledger;

    public LedgerGrid(HazelcastInstance grid) {
        ledger = grid.getMap(GridMaps.LEDGER);
    }

    /**
     * Makes an entry durable. Appending the very same entry again is harmless and answers {@link AppendOutcome.Appended}.
     *
     * @return {@link AppendOutcome.Duplicate} if another entry holds its guard or its place in the donation; nothing is written then
     * @throws org.csrgrid.grid.cluster.GridUnavailableException if it is unknown whether the entry is there
     */
    public AppendOutcome append(LedgerEntry entry) {
        return GridCalls.repeatable(() -> {
            try {
                ledger.set(entry.id(), entry);
                return new AppendOutcome.Appended();
            } catch (RuntimeException failure) {
                if (GridCalls.isCausedBy(failure, DuplicateEntryException.class)) {
                    return new AppendOutcome.Duplicate();
                }
                throw failure;
            }
        });
    }
}
