package org.csrgrid.mapstore.organization;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csrgrid.domain.organization.Organization;
import org.csrgrid.mapstore.database.ConnectionSource;
import org.csrgrid.mapstore.table.TableMapStore;
import org.csrgrid.mapstore.table.WriteThroughRows;

/**
 * The organizations' map, written through; a taken registration number or tax id is a
 * {@link org.csrgrid.grid.ledger.DuplicateEntryException}.
 */
public final class OrganizationMapStore extends TableMapStore<Long, Organization> {
    private final OrganizationDao dao;

    public OrganizationMapStore(ConnectionSource source, OrganizationDao dao) {
        super(new WriteThroughRows<>(source, OrganizationDao.table()));
        this.dao = dao;
    }

    @Override
    public Map<Long, Organization> loadAll(Collection<Long> ids) {
        return dao.byIds(ids).stream().collect(Collectors.toMap(Organization::id, Function.identity()));
    }

    @Override
    public Iterable<Long> loadAllKeys() {
        return dao.allIds();
    }
}
