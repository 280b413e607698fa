package org.csrgrid.grid.cache.store;

import com.hazelcast.config.Config;
import com.hazelcast.config.EvictionConfig;
import com.hazelcast.config.EvictionPolicy;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MaxSizePolicy;
import com.hazelcast.config.TopicConfig;

/** The grid's structures for caches, and how members have to keep them. */
public final class GridCacheMaps {

    /** Prefix of a layer's map. */
    public static final String LAYERS = "cache.";

    /** The invalidations of each layer; no layer's map, hence no dot. */
    public static final String MARKS = "cache-marks";

    /** What each process tells of its caches; no layer's map either. */
    public static final String REPORTS = "cache-reports";

    /** The topic of invalidations. */
    public static final String INVALIDATIONS = "cache-invalidations";

    private static final int MARKS_BACKUPS = 1;

    private GridCacheMaps() {}

    /**
     * Adds to a member's configuration what all layers share. Marks have a backup and are kept as objects: an invalidation then costs no serialization,
     * however many tags there are.
     */
    public static void addShared(Config config) {
        config.addMapConfig(new MapConfig(MARKS)
                .setInMemoryFormat(InMemoryFormat.OBJECT)
                .setBackupCount(MARKS_BACKUPS)
                .setPerEntryStatsEnabled(false));
        config.addMapConfig(new MapConfig(REPORTS).setBackupCount(MARKS_BACKUPS));
        // Told by many threads at once; sequence numbers, not the order of arrival, say what is later.
        config.addTopicConfig(new TopicConfig(INVALIDATIONS).setMultiThreadingEnabled(true));
    }

    /**
     * Adds a layer to a member's configuration. Entries are kept as bytes. Beyond the most entries the least recently used ones go.
     *
     * @param mostPerMember entries, backups not counted
     * @param backups 0 or more; what is lost with a member is loaded again
     */
    public static void addLayer(Config config, String layer, int mostPerMember, int backups) {
        config.addMapConfig(new MapConfig(LAYERS + layer)
                .setInMemoryFormat(InMemoryFormat.BINARY)
                .setBackupCount(backups)
                .setEvictionConfig(new EvictionConfig()
                        .setEvictionPolicy(EvictionPolicy.LRU)
                        .setMaxSizePolicy(MaxSizePolicy.PER_NODE)
                        .setSize(mostPerMember)));
    }
}
