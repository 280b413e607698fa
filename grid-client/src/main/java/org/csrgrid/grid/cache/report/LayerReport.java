package org.csrgrid.grid.cache.report;

import org.csrgrid.grid.cache.LayerStatistics;
import org.jspecify.annotations.Nullable;

/**
 * What one layer does, in one process or in all of them.
 *
 * @param statistics null where nobody has opened the layer
 */
public record LayerReport(String layer, @Nullable LayerStatistics statistics, LayerSize size) {

    LayerReport plus(LayerReport other) {
        return new LayerReport(layer, sum(statistics, other.statistics), size.plus(other.size));
    }

    private static @Nullable LayerStatistics sum(@Nullable LayerStatistics one, @Nullable LayerStatistics other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.plus(other);
    }
}
