package org.csrgrid.gridnode;

import com.hazelcast.core.HazelcastInstance;
import java.time.Clock;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.gridnode.cache.MemberCaches;
import org.csrgrid.gridnode.cluster.MemberCallContext;
import org.csrgrid.gridnode.cluster.PauseWatch;
import org.csrgrid.mapstore.MapStores;

/**
 * What every side of a member is made with.
 *
 * @param grid joined and loaded
 * @param calls takes answers until the member is complete
 * @param caches to be told of what changes
 * @param pauses tells when this process stood still
 * @param parts closes what a side opens
 */
record Member(
        HazelcastInstance grid,
        MapStores stores,
        Settings settings,
        MemberCallContext calls,
        MemberCaches caches,
        PauseWatch pauses,
        Parts parts,
        Clock clock) {}
