package org.csrgrid.gridnode.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.config.EvictionConfig;
import com.hazelcast.config.EvictionPolicy;
import com.hazelcast.config.ExecutorConfig;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.IndexConfig;
import com.hazelcast.config.IndexType;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MapStoreConfig;
import com.hazelcast.config.MapStoreConfig.InitialLoadMode;
import com.hazelcast.config.MaxSizePolicy;
import com.hazelcast.config.QueueConfig;
import com.hazelcast.map.MapStore;
import java.time.Duration;
import org.csrgrid.config.grid.SplitBrainProtection;
import org.csrgrid.config.settings.DatabaseSettings;
import org.csrgrid.config.settings.GridSettings;
import org.csrgrid.grid.cluster.GridMaps;
import org.csrgrid.gridnode.job.rate.RateGate;
import org.csrgrid.gridnode.lock.LockMap;
import org.csrgrid.mapstore.MapStores;

/**
 * The maps and queues of a member: how each is stored, loaded and kept. Values are kept as objects, because entry processors and queries touch them far
 * more often than they are sent whole.
 */
public final class MemberMaps {

    private static final int WRITE_THROUGH = 0;
    private static final int MOST_SIGNALS = 100_000;
    private static final int CALL_THREADS = 64;
    private static final int SESSION_IDLE_SECONDS = 86_400;
    private static final int MOST_RATES = 200_000;

    private final Config config;
    private final GridSettings grid;
    private final DatabaseSettings database;
    private final MapStores stores;

    private MemberMaps(Config config, GridSettings grid, DatabaseSettings database, MapStores stores) {
        this.config = config;
        this.grid = grid;
        this.database = database;
        this.stores = stores;
    }

    /** Adds everything to a member's configuration. */
    public static void addTo(Config config, GridSettings grid, DatabaseSettings database, MapStores stores) {
        new MemberMaps(config, grid, database, stores).add();
    }

    private void add() {
        writeThrough(GridMaps.CAMPAIGNS);
        writeThrough(GridMaps.ORGANIZATIONS);
        writeThrough(GridMaps.MATCH_PROGRAMMES);
        writeThrough(GridMaps.EXCHANGE_RATES);
        writeThrough(GridMaps.JOB_SCHEDULES);
        writeThrough(GridMaps.USERS).addIndexConfig(new IndexConfig(IndexType.HASH, "email"));
        unused(writeThrough(GridMaps.SESSIONS)).addIndexConfig(new IndexConfig(IndexType.HASH, "userId"));
        writeBehind(GridMaps.CAMPAIGN_TOTALS);
        writeBehind(GridMaps.JOB_BATCHES);
        jobs(writeBehind(GridMaps.JOBS));
        writeThrough(GridMaps.JOB_CHANNELS);
        evicted(writeBehind(GridMaps.DONATIONS), grid.donationMaxIdle(), grid.donationMaxEntries());
        writeThrough(GridMaps.MATCH_ALLOWANCES);
        forgotten(writeThrough(GridMaps.ACCOUNT_TOKENS));
        forgotten(writeThrough(GridMaps.CREATIONS));
        forgotten(writeThrough(GridMaps.LEDGER));
        forgotten(writeThrough(GridMaps.PAYMENT_INBOX));
        config.addQueueConfig(signals());
        RateGate.addTo(config, grid.backupCount());
        LockMap.addTo(config, grid.backupCount());
        config.addMapConfig(requestRates());
        config.addExecutorConfig(new ExecutorConfig(GridMaps.CALLS, CALL_THREADS));
    }

    private MapConfig writeThrough(String name) {
        return map(name, WRITE_THROUGH);
    }

    private MapConfig writeBehind(String name) {
        return map(name, Math.toIntExact(database.writeDelay().toSeconds()));
    }

    private MapConfig map(String name, int writeDelaySeconds) {
        MapStoreConfig store = new MapStoreConfig()
                .setEnabled(true)
                .setImplementation(implementation(name))
                .setInitialLoadMode(InitialLoadMode.LAZY)
                .setWriteDelaySeconds(writeDelaySeconds)
                .setWriteBatchSize(database.writeBatchSize())
                .setWriteCoalescing(true)
                .setOffload(true);
        MapConfig map = new MapConfig(name)
                .setInMemoryFormat(InMemoryFormat.OBJECT)
                .setBackupCount(grid.backupCount())
                .setSplitBrainProtectionName(SplitBrainProtection.MAJORITY)
                .setMapStoreConfig(store);
        map.getMergePolicyConfig().setPolicy(LaterVersionWins.class.getName());
        config.addMapConfig(map);
        return map;
    }

    /** Nothing is loaded, so nothing has to leave the partition's thread. No index: each would have every operation copy the job by serializing it. */
    private static void jobs(MapConfig map) {
        map.getMapStoreConfig().setOffload(false);
    }

    private Object implementation(String name) {
        return stores.store(name) instanceof MapStore<?, ?> store ? new LoadedOnTouch<>(store) : stores.store(name);
    }

    /** Kept while somebody uses it; the database has the rest. */
    private static void evicted(MapConfig map, Duration idle, int most) {
        map.setMaxIdleSeconds(Math.toIntExact(idle.toSeconds()))
                .setEvictionConfig(new EvictionConfig()
                        .setEvictionPolicy(EvictionPolicy.NONE)
                        .setComparator(new LeasedLast())
                        .setMaxSizePolicy(MaxSizePolicy.PER_NODE)
                        .setSize(most));
    }

    /** No session lives without use for a day; the rows of those that are over go later. */
    private static MapConfig unused(MapConfig map) {
        return map.setMaxIdleSeconds(SESSION_IDLE_SECONDS);
    }

    /** Written through and hardly ever read again: no backup, since the database has it, and soon gone from memory. */
    private void forgotten(MapConfig map) {
        map.setBackupCount(0)
                .setMaxIdleSeconds(Math.toIntExact(grid.ledgerMaxIdle().toSeconds()));
    }

    /** Not protected from a split, on purpose: a minority counts for itself rather than refuse everybody. A lost bucket starts full. */
    private MapConfig requestRates() {
        return new MapConfig(GridMaps.REQUEST_RATES)
                .setBackupCount(grid.backupCount())
                .setEvictionConfig(new EvictionConfig()
                        .setEvictionPolicy(EvictionPolicy.LRU)
                        .setMaxSizePolicy(MaxSizePolicy.PER_NODE)
                        .setSize(MOST_RATES));
    }

    /** Shared work needs no backup: the jobs map has the truth and the sweeper finds what got lost. */
    private static QueueConfig signals() {
        return new QueueConfig(GridMaps.JOB_SIGNALS + "*").setBackupCount(0).setMaxSize(MOST_SIGNALS);
    }
}
