package org.csrgrid.gridnode.cache;

import com.hazelcast.core.EntryEvent;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.map.listener.EntryAddedListener;
import com.hazelcast.map.listener.EntryRemovedListener;
import com.hazelcast.map.listener.EntryUpdatedListener;
import java.util.function.Consumer;
import org.csrgrid.domain.campaign.Campaign;
import org.csrgrid.domain.organization.Organization;
import org.csrgrid.domain.user.User;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.content.CachedContent;
import org.csrgrid.grid.dashboard.CachedDashboards;

/**
 * Hears of every campaign, organization and person this member owns that is added, changed or removed, by whomever, and has what was cached about it
 * expire a moment later. The net below those who change something and say so at once. What is loaded from the database is no change.
 *
 * @param <V> what it hears of
 */
record ChangeListener<V>(Consumer<V> changed)
        implements EntryAddedListener<Long, V>, EntryUpdatedListener<Long, V>, EntryRemovedListener<Long, V> {

    static void listen(HazelcastInstance grid, CachedContent content, CachedDashboards dashboards) {
        grid.<Long, Campaign>getMap(GridMaps.CAMPAIGNS)
                .addLocalEntryListener(new ChangeListener<Campaign>(content::campaignChangesSoon));
        IMap<Long, Organization> organizations = grid.getMap(GridMaps.ORGANIZATIONS);
        organizations.addLocalEntryListener(
                new ChangeListener<Organization>(organization -> content.organizationChangesSoon(organization.id())));
        grid.<Long, User>getMap(GridMaps.USERS)
                .addLocalEntryListener(new ChangeListener<User>(user -> dashboards.changed(user.id())));
    }

    @Override
    public void entryAdded(EntryEvent<Long, V> event) {
        changed.accept(event.getValue());
    }

    @Override
    public void entryUpdated(EntryEvent<Long, V> event) {
        changed.accept(event.getValue());
    }

    @Override
    public void entryRemoved(EntryEvent<Long, V> event) {
        V removed = event.getOldValue();
        if (removed != null) {
            changed.accept(removed);
        }
    }
}
