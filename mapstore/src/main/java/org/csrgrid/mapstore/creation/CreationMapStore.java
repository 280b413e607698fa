package org.csrgrid.mapstore.creation;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csrgrid.grid.creation.Creation;
import org.csrgrid.mapstore.database.ConnectionSource;
import org.csrgrid.mapstore.table.AppendOnlyException;
import org.csrgrid.mapstore.table.TableMapStore;
import org.csrgrid.mapstore.table.WriteThroughRows;
import org.jspecify.annotations.Nullable;

/** The reservations' map, written through; a taken key is a {@link org.csrgrid.grid.ledger.DuplicateEntryException}. */
public final class CreationMapStore extends TableMapStore<String, Creation> {
    private final CreationDao dao;

    public CreationMapStore(ConnectionSource source, CreationDao dao) {
        super(new WriteThroughRows<>(source, CreationDao.table()));
        this.dao = dao;
    }

    @Override
    public Map<String, Creation> loadAll(Collection<String> guards) {
        return dao.byGuards(guards).stream().collect(Collectors.toMap(Creation::guard, Function.identity()));
    }

    /** None: reservations are loaded when somebody asks for them. */
    @Override
    public @Nullable Iterable<String> loadAllKeys() {
        return null;
    }

    @Override
    public void deleteAll(Collection<String> guards) {
        throw new AppendOnlyException("creation");
    }
}
