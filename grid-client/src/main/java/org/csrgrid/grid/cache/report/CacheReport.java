package org.csrgrid.grid.cache.report;

import java.util.List;

/**
 * What the layers of one process do since its start.
 *
 * @param process its name; not necessarily unique
 * @param heapBytes the most memory the process may use
 */
public record CacheReport(String process, long heapBytes, List<LayerReport> layers) {

    public CacheReport {
        layers = List.copyOf(layers);
    }

    /** Percent of the heap that the grid's entries of all layers take. */
    public double memoryPercent() {
        long bytes = layers.stream().mapToLong(layer -> layer.size().bytes()).sum();
        return 100.0 * bytes / heapBytes;
    }
}
