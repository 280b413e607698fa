package org.csrgrid.apinode;

import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.client.config.ClientFlakeIdGeneratorConfig;
import com.hazelcast.config.EvictionConfig;
import com.hazelcast.config.EvictionPolicy;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.MaxSizePolicy;
import com.hazelcast.config.NearCacheConfig;
import org.csrgrid.config.grid.ClientSetup;
import org.csrgrid.config.settings.Settings;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.grid.limit.SharedBuckets;
import org.csrgrid.grid.wire.WireTypes;

/** How a REST node joins the grid: what it keeps near and how it draws ids. */
final class GridClient {

    private static final int NEAR_SECONDS = 60;

    /** Totals are as old as an invalidation is late, some milliseconds; should one be lost, no older than this. */
    private static final int TOTALS_SECONDS = 1;

    private static final int NEAR_ENTRIES = 20_000;
    private static final int IDS_AT_ONCE = 1_000;

    private GridClient() {}

    static ClientConfig config(Settings settings) {
        ClientConfig config = ClientSetup.base(settings.grid());
        WireTypes.register(config.getSerializationConfig().getCompactSerializationConfig());
        SharedBuckets.register(config.getSerializationConfig());
        config.addLabel(settings.node().name());
        config.addNearCacheConfig(near(GridMaps.CAMPAIGNS, NEAR_SECONDS));
        config.addNearCacheConfig(near(GridMaps.CAMPAIGN_TOTALS, TOTALS_SECONDS));
        config.addNearCacheConfig(near(GridMaps.ORGANIZATIONS, NEAR_SECONDS));
        config.addNearCacheConfig(near(GridMaps.EXCHANGE_RATES, NEAR_SECONDS));
        config.addFlakeIdGeneratorConfig(new ClientFlakeIdGeneratorConfig(GridMaps.IDS).setPrefetchCount(IDS_AT_ONCE));
        return config;
    }

    /** Objects, not bytes: records cannot change, so they may be shared. Changes invalidate at once; the time to live is the net below. */
    private static NearCacheConfig near(String map, int seconds) {
        return new NearCacheConfig(map)
                .setInMemoryFormat(InMemoryFormat.OBJECT)
                .setInvalidateOnChange(true)
                .setTimeToLiveSeconds(seconds)
                .setEvictionConfig(new EvictionConfig()
                        .setEvictionPolicy(EvictionPolicy.LRU)
                        .setMaxSizePolicy(MaxSizePolicy.ENTRY_COUNT)
                        .setSize(NEAR_ENTRIES));
    }
}
