package org.csrgrid.launcher.batch;

import com.hazelcast.core.HazelcastInstance;
import java.util.function.ToIntFunction;
import org.csrgrid.config.settings.CacheLayerName;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.grid.cache.CacheLayer;
import org.csrgrid.grid.cache.Caches;
import org.csrgrid.grid.cache.Codec;
import org.csrgrid.grid.cache.LayerOptions;
import org.csrgrid.launcher.CommandException;

/** Opens a layer of the cache for one piece of work that does not look at values. */
final class CacheLayers {

    private CacheLayers() {}

    /** @throws CommandException if no layer has that name */
    static int with(HazelcastInstance grid, Settings settings, String layer, ToIntFunction<CacheLayer<String>> work) {
        if (!CacheLayerName.keys().contains(layer)) {
            throw new CommandException(
                    "there is no layer \"%s\" (expected: one of %s)".formatted(layer, CacheLayerName.keys()));
        }
        try (Caches caches = Caches.on(grid)) {
            return work.applyAsInt(caches.layer(settings.cache().layer(layer, LayerOptions::new), Codec.TEXT));
        }
    }
}
