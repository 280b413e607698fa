package org.csrgrid.apinode.cache;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.time.InstantSource;
import org.csrgrid.config.settings.CacheSettings;
import org.csrgrid.grid.analytics.CachedAnalytics;
import org.csrgrid.grid.cache.Caches;
import org.csrgrid.grid.cache.LayerOptions;
import org.csrgrid.grid.cluster.MemberCalls;

/** The caches of one node and what reads through them. Close it before the client. */
public final class NodeCaches implements AutoCloseable {

    private final Caches caches;
    private final CachedAnalytics analytics;
    private final CacheMeters meters;

    private NodeCaches(Caches caches, CachedAnalytics analytics, CacheMeters meters) {
        this.caches = caches;
        this.analytics = analytics;
        this.meters = meters;
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
        return new NodeCaches(caches, analytics, CacheMeters.register(caches));
    }

    public CachedAnalytics analytics() {
        return analytics;
    }

    Caches caches() {
        return caches;
    }

    @Override
    public void close() {
        meters.close();
        analytics.close();
        caches.close();
    }
}
