package org.csrgrid.apinode.cache;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import org.csrgrid.config.settings.CacheSettings;
import org.csrgrid.grid.analytics.CachedAnalytics;
import org.csrgrid.grid.cache.Caches;
import org.csrgrid.grid.cache.LayerOptions;
import org.csrgrid.grid.cluster.MemberCalls;
import org.csrgrid.grid.content.CachedContent;
import org.csrgrid.grid.dashboard.CachedDashboards;

/** The caches of one node and what reads through them. Close it before the client. */
public final class NodeCaches implements AutoCloseable {

    private final Caches caches;
    private final CachedAnalytics analytics;
    private final CachedContent content;
    private final CachedDashboards dashboards;
    private final CacheMeters meters;

    private NodeCaches(
            Caches caches, CachedAnalytics analytics, CachedContent content, CachedDashboards dashboards) {
        this.caches = caches;
        this.analytics = analytics;
        this.content = content;
        this.dashboards = dashboards;
        meters = CacheMeters.register(caches);
    }

    /** Opens every layer the node uses and shows their figures among its metrics. */
    public static NodeCaches open(HazelcastInstance client, CacheSettings settings, InstantSource clock) {
        Caches caches = Caches.on(client);
        // What this node changes, campaigns, is in the database before it returns.
        Function<String, LayerOptions> options = layer -> settings.layer(layer, LayerOptions::new);
        MemberCalls calls = new MemberCalls(client);
        var analytics = new CachedAnalytics(caches, options, calls, Duration.ZERO, clock);
        return new NodeCaches(
                caches,
                analytics,
                new CachedContent(caches, options),
                new CachedDashboards(caches, options, calls, clock));
    }

    public CachedAnalytics analytics() {
        return analytics;
    }

    public CachedContent content() {
        return content;
    }

    public CachedDashboards dashboards() {
        return dashboards;
    }

    /** For statistics, and for what opens layers of its own. */
    public Caches caches() {
        return caches;
    }

    @Override
    public void close() {
        meters.close();
        analytics.close();
        content.close();
        dashboards.close();
        caches.close();
    }
}
