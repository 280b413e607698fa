package org.csrgrid.grid.organization;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.csrgrid.domain.organization.Organization;
import org.csrgrid.grid.cluster.GridCalls;
import org.csrgrid.grid.cluster.GridMaps;

/** Organizations. Safe for use by many threads. */
public final class OrganizationGrid {

    private final IMap<Long, Organization> organizations;

    public OrganizationGrid(HazelcastInstance grid) {
        organizations = grid.getMap(GridMaps.ORGANIZATIONS);
    }

    public Optional<Organization> find(long id) {
        return Optional.ofNullable(GridCalls.repeatable(() -> organizations.get(id)));
    }

    /** The organizations after that id, in id order. */
    public List<Organization> list(long afterId, int limit) {
        return GridCalls.repeatable(organizations::values).stream()
                .filter(organization -> organization.id() > afterId)
                .sorted(Comparator.comparingLong(Organization::id))
                .limit(limit)
                .toList();
    }
}
