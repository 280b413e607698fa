package org.csrgrid.apinode.cache;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.time.InstantSource;
import org.csrgrid.config.settings.CacheLayerName;
import org.csrgrid.config.settings.CacheSettings;
import org.csrgrid.grid.analytics.CachedAnalytics;
import org.csrgrid.grid.cache.Caches;
import org.csrgrid.grid.cache.LayerOptions;
import org.csrgrid.grid.cache.report.CacheOverview;
import org.csrgrid.grid.cache.report.CacheReporter;
import org.csrgrid.grid.cluster.MemberCalls;

/** The caches of one node and what reads through them. Close it before the client. */
public final class NodeCaches implements AutoCloseable {

    private final Caches caches;
    private final CachedAnalytics analytics;
    private final CacheMeters meters;
    private final CacheReporter reporter;

    private NodeCaches(Caches caches, CachedAnalytics analytics, CacheMeters meters, CacheReporter reporter) {
        this.caches = caches;
        this.analytics = analytics;
        this.meters = meters;
        this.reporter = reporter;
    }

    /** Opens every layer the node uses and shows their figures among its metrics. */
    public static NodeCaches open(HazelcastInstance client, CacheSettings settings, InstantSource clock) {
        Caches caches = Caches.on(client);
        // What this node changes, campaigns, is in the database before it returns.
        CachedAnalytics analytics = new CachedAnalytics(
                caches,
                layer -> settings.layer(layer, LayerOptions::new),
                new MemberCalls(client),
                Duration.ZERO,
                clock);
        CacheReporter reporter = CacheReporter.start(client, client.getName(), caches, CacheLayerName.keys());
        return new NodeCaches(caches, analytics, CacheMeters.register(caches), reporter);
    }

    public CachedAnalytics analytics() {
        return analytics;
    }

    Caches caches() {
        return caches;
    }

    CacheOverview overview() {
        return reporter.overview();
    }

    @Override
    public void close() {
        reporter.close();
        meters.close();
        analytics.close();
        caches.close();
    }
}
