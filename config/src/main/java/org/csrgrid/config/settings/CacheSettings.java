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

    /**
     * The settings of the layer of that name, as {@link CacheLayerSettings#as} says them.
     *
     * @throws IllegalArgumentException if no layer has that name
     */
    public <T> T layer(String name, CacheLayerSettings.Shape<T> shape) {
        for (CacheLayerName layer : CacheLayerName.values()) {
            if (layer.key().equals(name)) {
                return layer(layer).as(name, shape);
            }
        }
        throw new IllegalArgumentException("layer: \"%s\" (expected: one of the settings)".formatted(name));
    }
}
