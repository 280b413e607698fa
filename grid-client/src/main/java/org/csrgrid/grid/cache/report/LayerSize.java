package org.csrgrid.grid.cache.report;

/**
 * What one member keeps of a layer, its backups of others' entries not counted. Clients keep nothing in the grid.
 *
 * @param bytes as the member estimates them, keys included
 * @param evictions entries that left for want of room since the member's start
 */
public record LayerSize(long entries, long bytes, long evictions) {

    static final LayerSize NOTHING = new LayerSize(0, 0, 0);

    LayerSize plus(LayerSize other) {
        return new LayerSize(entries + other.entries, bytes + other.bytes, evictions + other.evictions);
    }
}
