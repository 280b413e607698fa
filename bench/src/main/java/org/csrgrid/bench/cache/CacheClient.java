package org.csrgrid.bench.cache;

import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.core.HazelcastInstance;
import org.csrgrid.bench.world.World;
import org.csrgrid.config.grid.ClientSetup;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.grid.cache.CacheLayer;
import org.csrgrid.grid.cache.Caches;
import org.csrgrid.grid.cache.Codec;
import org.csrgrid.grid.cache.LayerOptions;
import org.csrgrid.grid.wire.WireTypes;

/** A client of the grid with a cache of its own, as every API node is one. */
record CacheClient(HazelcastInstance grid, Caches caches, Settings settings) implements AutoCloseable {

    static CacheClient connect(World world) {
        Settings settings = world.cluster().settings();
        ClientConfig config = ClientSetup.base(settings.grid());
        config.setInstanceName("bench-" + System.nanoTime());
        WireTypes.register(config.getSerializationConfig().getCompactSerializationConfig());
        HazelcastInstance grid = ClientSetup.connect(settings.grid(), config);
        return new CacheClient(grid, Caches.on(grid), settings);
    }

    /** Opens a layer as configured; once per client and layer. */
    CacheLayer<byte[]> open(String layer) {
        return caches.layer(settings.cache().layer(layer, LayerOptions::new), Codec.BYTES);
    }

    @Override
    public void close() {
        caches.close();
        grid.shutdown();
    }
}
