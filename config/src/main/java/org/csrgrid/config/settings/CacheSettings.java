package org.csrgrid.config.settings;

import java.util.Map;
import java.util.Objects;
import org.csrgrid.config.binding.Setting;

/** What is kept so that it need not be computed again. */
public record CacheSettings(
        @Setting(
                description =
                        "Copies of cached values on other members; without one, what a dying member had is loaded again",
                defaultValue = "0",
                min = "0",
                max = "2")
        int backupCount,

        @Setting(
                description =
                        "The layers of the cache, where `NAME` is one of the rows; the environment variable of a key follows"
                                + " the usual rule, such as `CSR_CACHE_LAYERS_CAMPAIGNS_LIFE`")
        Map<CacheLayerName, CacheLayerSettings> layers) {

    /** The settings of one layer. */
    public CacheLayerSettings layer(CacheLayerName name) {
        return Objects.requireNonNull(layers.get(name), "every layer has settings");
    }
}
