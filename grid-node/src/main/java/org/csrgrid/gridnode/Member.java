package org.csrgrid.gridnode;

import com.hazelcast.core.HazelcastInstance;
import java.time.Clock;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.grid.analytics.CachedAnalytics;
import org.csrgrid.gridnode.cluster.MemberCallContext;
import org.csrgrid.gridnode.cluster.PauseWatch;
import org.csrgrid.gridnode.live.LiveNews;
import org.csrgrid.mapstore.MapStores;

/**
 * What every side of a member is made with.
 *
 * @param grid joined and loaded
 * @param calls takes answers until the member is complete
 * @param analytics to be told of what changes
 * @param live to be told of what happens
 * @param pauses tells when this process stood still
 * @param parts closes what a side opens
 */
record Member(
        HazelcastInstance grid,
        MapStores stores,
        Settings settings,
        MemberCallContext calls,
        CachedAnalytics analytics,
        LiveNews live,
        PauseWatch pauses,
        Parts parts,
        Clock clock) {}
