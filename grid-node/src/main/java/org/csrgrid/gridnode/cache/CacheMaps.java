package org.csrgrid.gridnode.cache;

import com.hazelcast.config.Config;
import org.csrgrid.config.settings.CacheLayerName;
import org.csrgrid.config.settings.CacheSettings;
import org.csrgrid.grid.cache.store.GridCacheMaps;

/** The maps of the cache's layers on a member. */
public final class CacheMaps {

    private CacheMaps() {}

    /** Adds every layer there are settings for, also those nobody uses yet: a member that joins later must not keep one differently. */
    public static void addTo(Config config, CacheSettings settings) {
        GridCacheMaps.addShared(config);
        for (CacheLayerName layer : CacheLayerName.values()) {
            GridCacheMaps.addLayer(
                    config, layer.key(), settings.layer(layer).entriesPerMember(), settings.backupCount());
        }
    }
}
