package org.csrgrid.config.binding;

import java.util.Locale;

/** How Java names become keys, and keys become environment variables. */
final class KebabCase {
    private KebabCase() {}

    /** {@code clusterName} becomes {@code cluster-name}. */
    static String ofComponent(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** {@code CACHE_WARMING} becomes {@code cache-warming}. */
    static String ofConstant(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code grid.cluster-name} becomes {@code CSR_GRID_CLUSTER_NAME} under the prefix {@code CSR_}. */
    static String toEnvironment(String prefix, String key) {
        return prefix + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
