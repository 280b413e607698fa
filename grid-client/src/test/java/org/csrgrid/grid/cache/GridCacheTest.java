package org.csrgrid.grid.cache;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.csrgrid.grid.cache.store.CacheStore;
import org.csrgrid.grid.cache.store.GridCacheMaps;
import org.csrgrid.grid.cache.store.GridStore;
import org.csrgrid.grid.cluster.TestCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Two clients of a grid of two members. */
class GridCacheTest extends CacheContract {

    private static TestCluster cluster;
    private static HazelcastInstance first;
    private static HazelcastInstance second;

    private final Queue<HazelcastInstance> clients = new ArrayDeque<>();

    @BeforeAll
    static void start() {
        cluster = TestCluster.of(2, config -> {
            GridCacheMaps.addShared(config);
            GridCacheMaps.addLayer(config, "*", 20_000, 1);
        });
        first = cluster.client();
        second = cluster.client();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Override
    CacheStore store() {
        if (clients.isEmpty()) {
            clients.add(first);
            clients.add(second);
        }
        return new GridStore(clients.remove(), Duration.ofSeconds(5));
    }
}
