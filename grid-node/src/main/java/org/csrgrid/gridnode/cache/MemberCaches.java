package org.csrgrid.gridnode.cache;

import com.hazelcast.core.HazelcastInstance;
import java.time.InstantSource;
import org.csrgrid.config.settings.CacheLayerName;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.grid.analytics.CachedAnalytics;
import org.csrgrid.grid.analytics.ReadCampaignStatistics;
import org.csrgrid.grid.analytics.ReadWidget;
import org.csrgrid.grid.cache.Caches;
import org.csrgrid.grid.cache.LayerOptions;
import org.csrgrid.grid.cache.report.CacheReporter;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.gridnode.cluster.MemberCallContext;
import org.csrgrid.mapstore.MapStores;

/** The caches of one member: to tell of what it changes and to fill them. Close it after what uses them and before the member leaves. */
public final class MemberCaches implements AutoCloseable {

    private final Caches caches;
    private final CachedAnalytics analytics;
    private final CacheReporter reporter;

    private MemberCaches(Caches caches, CachedAnalytics analytics, CacheReporter reporter) {
        this.caches = caches;
        this.analytics = analytics;
        this.reporter = reporter;
    }

    /** Opens every layer the member uses. */
    public static MemberCaches open(HazelcastInstance grid, Settings settings, InstantSource clock) {
        Caches caches = Caches.on(grid);
        CachedAnalytics analytics = new CachedAnalytics(
                caches,
                layer -> settings.cache().layer(layer, LayerOptions::new),
                new MemberCalls(grid),
                settings.database().writeDelay(),
                clock);
        String name = settings.node().name();
        return new MemberCaches(caches, analytics, CacheReporter.start(grid, name, caches, CacheLayerName.keys()));
    }

    /** Says that this member computes what is not in the cache. */
    public static void answer(MemberCallContext calls, MapStores stores) {
        calls.answer(ReadCampaignStatistics.class, stores.campaignStatistics()::read);
        calls.answer(ReadWidget.class, stores.widgets()::read);
    }

    public CachedAnalytics analytics() {
        return analytics;
    }

    @Override
    public void close() {
        reporter.close();
        analytics.close();
        caches.close();
    }
}
