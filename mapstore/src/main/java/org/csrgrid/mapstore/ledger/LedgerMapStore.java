package org.csrgrid.mapstore.ledger;

import com.hazelcast.map.MapStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.csrgrid.domain.ledger.LedgerEntry;
import org.csrgrid.grid.ledger.DuplicateEntryException;
import org.csrgrid.mapstore.commit.GroupCommitFigures;
import org.csrgrid.mapstore.commit.GroupCommitOptions;
import org.csrgrid.mapstore.commit.GroupCommitWriter;
import org.csrgrid.mapstore.database.ConnectionSource;
import org.csrgrid.mapstore.table.AppendOnlyException;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's map: written through, never changed. Its key is the entry's own id, so stores of one hot campaign come
 * from all partitions at once and share commits.
 */
public final class LedgerMapStore implements AutoCloseable, MapStore<Long, LedgerEntry> {
    private final GroupCommitWriter<LedgerEntry> writer;
    private final LedgerDao dao;

    /**
     * Starts the writers.
     *
     * @param source gives the writers connections of their own
     */
    public LedgerMapStore(GroupCommitOptions options, ConnectionSource source, LedgerDao dao) {
        this.writer = new GroupCommitWriter<>(
                options, source, LedgerRow.insert(), (_, conflict) -> new DuplicateEntryException(conflict));
        this.dao = dao;
    }

    /** The writers' counters at this moment. */
    public GroupCommitFigures figures() {
        return writer.figures();
    }

    /** True from a failed commit until the next one that succeeds. */
    public boolean isDatabaseAway() {
        return writer.isDatabaseAway();
    }

    /** Commits what waits and ends the writers; nothing can be stored afterwards. */
    @Override
    public void close() {
        writer.close();
    }

    /**
     * Returns when the entry is committed. Storing the same entry again is harmless.
     *
     * @throws org.csrgrid.grid.ledger.DuplicateEntryException when another entry has its id, guard or place
     * @throws org.csrgrid.mapstore.commit.PoisonRowException when the database refuses the entry for good
     * @throws org.csrgrid.grid.cluster.DatabaseUnavailableException when it is unknown whether the entry is there
     */
    @Override
    public void store(Long id, LedgerEntry entry) {
        writer.append(entry);
    }

    @Override
    public void storeAll(Map<Long, LedgerEntry> entries) {
        entries.values().forEach(writer::append);
    }

    @Override
    public void delete(Long id) {
        throw new AppendOnlyException("ledger");
    }

    @Override
    public void deleteAll(Collection<Long> ids) {
        throw new AppendOnlyException("ledger");
    }

    @Override
    public @Nullable LedgerEntry load(Long id) {
        return dao.byIds(List.of(id)).stream().findFirst().orElse(null);
    }

    @Override
    public Map<Long, LedgerEntry> loadAll(Collection<Long> ids) {
        Map<Long, LedgerEntry> found = new HashMap<>();
        dao.byIds(ids).forEach(entry -> found.put(entry.id(), entry));
        return found;
    }

    /** None: entries are loaded when somebody asks for them. */
    @Override
    public @Nullable Iterable<Long> loadAllKeys() {
        return null;
    }
}
